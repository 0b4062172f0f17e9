using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Benchmarks;

/// <summary>Models in TorchSharp, as they compute fastest.</summary>
internal static class TorchModels
{
    /// <summary>A model for training, with TorchSharp's own first weights.</summary>
    public static TorchModule ForTraining(Family family)
    {
        var model = family.ToTorch();
        KeepChannelsLast(model);
        model.train();
        return model;
    }

    /// <summary>A model that only predicts, with the weights of one in Hornet.</summary>
    public static TorchModule ForPrediction(Family family, Hornet.Model weights)
    {
        var model = WithWeights(family, weights);
        KeepChannelsLast(model);
        return model;
    }

    /// <summary>The same, laid out as TorchSharp can save it.</summary>
    public static TorchModule WithWeights(Family family, Hornet.Model weights)
    {
        var model = family.ToTorch();
        using (no_grad())
        {
            Load(model, new PeerWeights(weights));
        }

        model.eval();
        return model;
    }

    /// <summary>From logits to what a model in Hornet gives.</summary>
    public static Tensor Probabilities(Goal goal, Tensor logits) => goal switch
    {
        Goal.Class => logits.softmax(-1),
        Goal.YesOrNo => logits.sigmoid(),
        _ => logits,
    };

    // Convolutions of images whose channels are last in memory are the faster ones here: see docs/performance.md.
    private static void KeepChannelsLast(TorchModule model)
    {
        using var off = no_grad();
        foreach (var convolution in model.modules().OfType<Conv2d>())
        {
            var last = convolution.weight.permute(0, 2, 3, 1).contiguous().permute(0, 3, 1, 2);
            convolution.weight = new Parameter(last.clone()); // not a view, which in-place layers refuse
        }
    }

    // In the order in which they were made; modules() goes level by level.
    private static IEnumerable<nn.Module> Leaves(nn.Module module) =>
        module.children().Any() ? module.children().SelectMany(Leaves) : [module];

    private static void Load(TorchModule model, PeerWeights weights)
    {
        foreach (var module in Leaves(model))
        {
            var values = module switch
            {
                Linear => weights.NextDense(),
                Conv2d => weights.NextConv(),
                BatchNorm2d => weights.NextNormalization(),
                Embedding => weights.NextEmbedding(),
                LSTM => weights.NextLstm(),
                _ => [],
            };
            foreach (var (target, value) in module.state_dict().Values.Zip(values))
            {
                using var source = tensor(value.Values, value.Shape);
                target.copy_(source);
            }
        }
    }
}
