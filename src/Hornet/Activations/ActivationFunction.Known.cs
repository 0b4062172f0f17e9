namespace Hornet;

/// <content>The names that Keras knows.</content>
public sealed partial class ActivationFunction
{
    private static readonly Dictionary<string, string> Aliases = [];

    private static readonly Dictionary<string, Func<Tensor, Tensor>> Known = new()
    {
        ["linear"] = x => x,
        ["relu"] = Ops.Relu,
        ["sigmoid"] = Ops.Sigmoid,
        ["softmax"] = x => Ops.Softmax(x),
        ["log_softmax"] = x => Ops.LogSoftmax(x),
        ["tanh"] = Ops.Tanh,
    };
}
