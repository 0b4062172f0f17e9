namespace Hornet;

public static partial class Ops
{
    /// <summary>For each set of class indices a vector with ones at their places and zeros elsewhere.</summary>
    /// <param name="inputs">Integers: one set, or in each row one. What is no class is left out.</param>
    /// <param name="numClasses">The number of classes.</param>
    /// <param name="axis">Where the classes' axis is before the sets' axis is taken out.</param>
    /// <param name="dtype">The dtype; floatx where null.</param>
    /// <example><code>var y = Ops.MultiHot(new[] { 0, 2 }, 4); // 1, 0, 1, 0</code></example>
    public static Tensor MultiHot(Tensor inputs, int numClasses, int axis = -1, DType? dtype = null) =>
        new MultiHotOp(numClasses, axis, dtype ?? Keras.Config.Floatx()).Apply(inputs);

    private sealed record MultiHotOp(int NumClasses, int Axis, DType DType) : Composite
    {
        protected override Tensor Compute(ReadOnlySpan<Tensor> inputs)
        {
            var x = Cast(inputs[0], Hornet.DType.Int32);
            var counts = Sum(OneHot(x, NumClasses, Axis, Hornet.DType.Int32), axis: x.Rank > 1 ? 1 : 0);
            return Cast(counts > 0, DType);
        }
    }
}
