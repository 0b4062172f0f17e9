namespace Hornet;

/// <content>The names that Keras knows.</content>
public sealed partial class ActivationFunction
{
    private static readonly Dictionary<string, string> Aliases = new()
    {
        ["swish"] = "silu",
        ["hard_swish"] = "hard_silu",
    };

    private static readonly Dictionary<string, Func<Tensor, Tensor>> Known = new()
    {
        ["linear"] = x => x,
        ["relu"] = Ops.Relu,
        ["leaky_relu"] = x => Ops.LeakyRelu(x),
        ["relu6"] = Ops.Relu6,
        ["softmax"] = x => Ops.Softmax(x),
        ["log_softmax"] = x => Ops.LogSoftmax(x),
        ["celu"] = x => Ops.Celu(x),
        ["elu"] = x => Ops.Elu(x),
        ["selu"] = Ops.Selu,
        ["softplus"] = Ops.Softplus,
        ["softsign"] = Ops.Softsign,
        ["squareplus"] = x => Ops.Squareplus(x),
        ["soft_shrink"] = x => Ops.SoftShrink(x),
        ["sparse_plus"] = Ops.SparsePlus,
        ["silu"] = Ops.Silu,
        ["swish"] = Ops.Silu,
        ["gelu"] = x => Ops.Gelu(x, approximate: false),
        ["glu"] = x => Ops.Glu(x),
        ["tanh"] = Ops.Tanh,
        ["tanh_shrink"] = Ops.TanhShrink,
        ["threshold"] = NeedsMore,
        ["sigmoid"] = Ops.Sigmoid,
        ["sparse_sigmoid"] = Ops.SparseSigmoid,
        ["exponential"] = Ops.Exp,
        ["hard_sigmoid"] = Ops.HardSigmoid,
        ["hard_silu"] = Ops.HardSilu,
        ["hard_swish"] = Ops.HardSilu,
        ["hard_tanh"] = Ops.HardTanh,
        ["hard_shrink"] = x => Ops.HardShrink(x),
        ["mish"] = Ops.Mish,
        ["log_sigmoid"] = Ops.LogSigmoid,
        ["sparsemax"] = x => Ops.Sparsemax(x),
    };

    /// <summary>Whether the name alone brings this activation back.</summary>
    internal bool IsKnown => Known.TryGetValue(Name, out var known) && known == _apply;

    private static Tensor NeedsMore(Tensor x) => throw new ArgumentException(
        "The activation 'threshold' needs a threshold and a default value. Expected a function that has them: " +
        "new ActivationFunction(\"own\", x => Ops.Threshold(x, 0.5, 0)). Received: the name alone.", nameof(x));
}
