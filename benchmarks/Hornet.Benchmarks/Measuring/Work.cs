using Hornet;
using Hornet.Layers;

namespace Benchmarks;

/// <summary>What cannot be avoided, from which a floor follows.</summary>
/// <param name="GemmFlops">Those of matrix products; a multiply-add counts two.</param>
/// <param name="ConvFlops">Those of convolutions.</param>
/// <param name="Bytes">Those that must go through memory besides, once each way.</param>
internal sealed record Work(double GemmFlops, double ConvFlops = 0, double Bytes = 0)
{
    /// <summary>The work of one forward pass.</summary>
    public static Work OfPrediction(Model model, int batch)
    {
        var flops = model.Layers.Select(layer => (layer, Flops: batch * FlopsPerSample(layer))).ToArray();
        return new(
            flops.Where(one => one.layer is not Conv2D).Sum(one => one.Flops),
            flops.Where(one => one.layer is Conv2D).Sum(one => one.Flops));
    }

    /// <summary>The work of a step with Adam.</summary>
    public static Work OfTraining(Model model, int batch)
    {
        // Forward and the kernels' gradients take one product a layer; nobody needs the gradient of the batch.
        var forward = OfPrediction(model, batch);
        var layer = model.Layers.First(one => one is not InputLayer);
        var first = layer is Dense or Conv2D ? batch * FlopsPerSample(layer) : 0;

        // Adam reads the weights, their gradients and two moments, and writes all but the gradients.
        var parameters = model.TrainableWeights.Sum(weight => (double)weight.Shape.Size);
        return new(
            (3 * forward.GemmFlops) - (layer is Dense ? first : 0),
            (3 * forward.ConvFlops) - (layer is Conv2D ? first : 0),
            7 * sizeof(float) * parameters);
    }

    private static double FlopsPerSample(Layer layer) => layer switch
    {
        Dense or Conv2D => 2.0 * Product(layer.Output.Shape.Skip(1)) * Product(layer.Weights[0].Shape.SkipLast(1)),
        LSTM or GRU => 2.0 * (double)layer.Input.Value.Shape[1]! * layer.Weights.Take(2).Sum(w => (double)w.Shape.Size),
        MultiHeadAttention attention => AttentionFlops(attention.Output.Shape, attention),
        _ => 0,
    };

    // Projections to queries, keys, values and back; scores, and the values that they weigh.
    private static double AttentionFlops(Shape output, MultiHeadAttention layer)
    {
        var (steps, width) = ((double)output[1]!, (double)output[2]!);
        var heads = (double)layer.NumHeads * layer.KeyDim;
        return (4 * 2 * steps * width * heads) + (2 * 2 * steps * steps * heads);
    }

    private static double Product(IEnumerable<int?> axes) => axes.Aggregate(1.0, (size, axis) => size * axis!.Value);
}
