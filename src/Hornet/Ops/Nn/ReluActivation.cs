namespace Hornet;

public static partial class Ops
{
    /// <summary><c>keras.activations.relu</c>, which has more arguments than the op.</summary>
    internal static Tensor ReluActivation(Tensor x, double negativeSlope, double? maxValue, double threshold) =>
        new ReLUOp(negativeSlope, maxValue, threshold).Apply(x);

    private sealed record ReLUOp(double NegativeSlope, double? MaxValue, double Threshold) : Composite
    {
        protected override Tensor Compute(ReadOnlySpan<Tensor> inputs)
        {
            var x = inputs[0];
            if (NegativeSlope == 0)
            {
                return Limited(x);
            }

            if (MaxValue is null && Threshold == 0)
            {
                return LeakyRelu(x, NegativeSlope);
            }

            var below = Relu(Threshold == 0 ? -x : Threshold - x);
            return Limited(x) - (NegativeSlope * below);
        }

        private Tensor Limited(Tensor x)
        {
            if (Threshold == 0 && MaxValue == 6)
            {
                return Relu6(x);
            }

            var above = Threshold == 0 ? Relu(x) : Where(x > Threshold, x, 0);
            return MaxValue is { } limit ? Cast(Clip(above, 0, limit), above.DType) : above;
        }
    }
}
