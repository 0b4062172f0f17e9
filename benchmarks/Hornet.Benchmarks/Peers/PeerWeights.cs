using Hornet;
using Hornet.Layers;

namespace Benchmarks;

/// <summary>An array of weights in the layout of TorchSharp and ONNX.</summary>
internal sealed record PeerWeight(float[] Values, long[] Shape)
{
    public static PeerWeight Of(Tensor tensor) =>
        new(tensor.ToArray<float>(), [.. tensor.Shape.Select(axis => (long)axis!)]);
}

/// <summary>Hands out the weights of a model in Hornet, layer by layer, as the peers lay them out.</summary>
internal sealed class PeerWeights(Model model)
{
    private readonly Queue<Dense> _dense = Layers<Dense>(model);
    private readonly Queue<Conv2D> _convolutions = Layers<Conv2D>(model);
    private readonly Queue<BatchNormalization> _normalizations = Layers<BatchNormalization>(model);
    private readonly Queue<Embedding> _embeddings = Layers<Embedding>(model);
    private readonly Queue<LSTM> _lstms = Layers<LSTM>(model);
    private Flatten? _flatten = model.Layers.OfType<Flatten>().SingleOrDefault();

    /// <summary>The kernel (outputs, inputs) and the bias.</summary>
    public PeerWeight[] NextDense()
    {
        var weights = _dense.Dequeue().GetWeights();
        var kernel = weights[0] as Tensor;
        if (_flatten?.Input.Value.Shape is [_, { } h, { } w, { } c])
        {
            kernel = Ops.Reshape(kernel, [h, w, c, -1]); // the peers flatten images that are channels first
            kernel = Ops.Reshape(Ops.Transpose(kernel, [2, 0, 1, 3]), [h * w * c, -1]);
            _flatten = null;
        }

        return [PeerWeight.Of(Ops.Transpose(kernel)), .. weights.Skip(1).Select(PeerWeight.Of)];
    }

    /// <summary>The kernel (filters, channels, height, width), and the bias where there is one.</summary>
    public PeerWeight[] NextConv()
    {
        var weights = _convolutions.Dequeue().GetWeights();
        return [PeerWeight.Of(Ops.Transpose(weights[0], [3, 2, 0, 1])), .. weights.Skip(1).Select(PeerWeight.Of)];
    }

    /// <summary>Gamma, beta, mean and variance.</summary>
    public PeerWeight[] NextNormalization() => [.. _normalizations.Dequeue().GetWeights().Select(PeerWeight.Of)];

    /// <summary>The embeddings.</summary>
    public PeerWeight[] NextEmbedding() => [.. _embeddings.Dequeue().GetWeights().Select(PeerWeight.Of)];

    /// <summary>Kernel, recurrent kernel, each (4 units, ...), and a bias for each.</summary>
    public PeerWeight[] NextLstm()
    {
        var weights = _lstms.Dequeue().GetWeights();
        return
        [
            PeerWeight.Of(Ops.Transpose(weights[0])),
            PeerWeight.Of(Ops.Transpose(weights[1])),
            PeerWeight.Of(weights[2]),
            PeerWeight.Of(Ops.ZerosLike(weights[2])),
        ];
    }

    private static Queue<T> Layers<T>(Model model)
        where T : Layer => new(model.Layers.OfType<T>());
}
