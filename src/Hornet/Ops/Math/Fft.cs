using Hornet.Autodiff;
using Hornet.Native;

namespace Hornet;

public static partial class Ops
{
    /// <summary>The discrete Fourier transform along the last axis.</summary>
    /// <param name="x">Real and imaginary parts, of one shape.</param>
    /// <example><code>
    /// var (real, imag) = Ops.Fft((new float[] { 1, 0, 0, 0 }, new float[4])); // ones and zeros
    /// </code></example>
    public static (Tensor Real, Tensor Imag) Fft((Tensor Real, Tensor Imag) x) => Pair(new FFTOp(), x);

    /// <summary>The discrete Fourier transform along the last two axes.</summary>
    /// <param name="x">Real and imaginary parts, of one shape.</param>
    /// <example><code>var (real, imag) = Ops.Fft2((new float[4, 4], new float[4, 4])); // zeros</code></example>
    public static (Tensor Real, Tensor Imag) Fft2((Tensor Real, Tensor Imag) x) => Pair(new FFT2Op(), x);

    /// <summary>What <see cref="Fft2"/> makes the given numbers of.</summary>
    /// <param name="x">Real and imaginary parts, of one shape.</param>
    /// <example><code>var (real, imag) = Ops.Ifft2((new float[4, 4], new float[4, 4])); // zeros</code></example>
    public static (Tensor Real, Tensor Imag) Ifft2((Tensor Real, Tensor Imag) x) => Pair(new IFFT2Op(), x);

    private static (Tensor Real, Tensor Imag) Pair(Op op, (Tensor Real, Tensor Imag) x)
    {
        var results = op.ApplyMany(x.Real, x.Imag);
        return (results[0], results[1]);
    }

    private sealed record FFTOp : SpectrumOp
    {
        protected override Tensor Transform(Tensor z) => new FourierOp(AxisCount: 1, IsInverse: false).Apply(z);
    }

    private sealed record FFT2Op : SpectrumOp
    {
        protected override Tensor Transform(Tensor z) => new FourierOp(AxisCount: 2, IsInverse: false).Apply(z);
    }

    private sealed record IFFT2Op : SpectrumOp
    {
        protected override Tensor Transform(Tensor z) => new FourierOp(AxisCount: 2, IsInverse: true).Apply(z);
    }

    /// <summary>From real and imaginary parts to real and imaginary parts.</summary>
    private abstract record SpectrumOp : Composite
    {
        protected sealed override Tensor Compute(ReadOnlySpan<Tensor> inputs) => ComputeMany(inputs)[0];

        protected sealed override Tensor[] ComputeMany(ReadOnlySpan<Tensor> inputs)
        {
            var z = Transform(OfParts(ClassName, inputs[0], inputs[1]));
            return [Real(z), Imag(z)];
        }

        protected abstract Tensor Transform(Tensor z);
    }

    /// <summary>The transform of complex numbers along the last axes.</summary>
    private sealed record FourierOp(int AxisCount, bool IsInverse) : UnaryPrimitive
    {
        private const long ByCount = 2;

        protected override TensorSpec Infer(TensorSpec x) =>
            x.Shape.Rank >= AxisCount && x.Shape[^AxisCount..].IsKnown ? x : throw new ShapeException(
                "FFT", $"tensors whose last axes, {AxisCount}, are of known sizes", $"x={x}");

        // The inverse is divided by the number of elements.
        protected override TensorHandle Run(TensorHandle x) => x.Sizes.Contains(0)
            ? x.NewReference()
            : Aten.Call("aten::_fft_c2c"u8, default, x, Axes(x), IsInverse ? ByCount : 0L, !IsInverse);

        private long[] Axes(TensorHandle x) =>
            [.. Enumerable.Range(x.Sizes.Length - AxisCount, AxisCount).Select(axis => (long)axis)];

        // The matrix of the transform is symmetric.
        protected override Tensor? Vjp(Tensor g, Residuals saved) => Apply(g);
    }

    private static Tensor OfParts(string operation, Tensor real, Tensor imag) =>
        Shape.Agree(real.Shape, imag.Shape) && Kinds.Floating.Has(real.DType) && Kinds.Floating.Has(imag.DType)
            ? new ComplexOp().Apply(real, imag)
            : throw new ShapeException(
                operation, "real and imaginary parts that are floats, of one shape", $"{real.Spec}, {imag.Spec}");

    /// <summary>Complex numbers of their parts: <c>x + i y</c>.</summary>
    private sealed record ComplexOp : ElementwiseOp
    {
        protected override DType? OperandType(ReadOnlySpan<Tensor> inputs) =>
            Promotion.ToFloating(Promotion.Common(inputs)) == DType.Float64 ? DType.Float64 : DType.Float32;

        protected override DType ResultType(DType operands) =>
            operands == DType.Float64 ? DType.Complex128 : DType.Complex64;

        protected override TensorHandle Run(TensorHandle x, TensorHandle y) =>
            Aten.Call("aten::complex"u8, default, x, y);

        // dx and dy are the real parts of g and of i g.
        protected override (Tensor? X, Tensor? Y) Vjp(Tensor g, Residuals saved) => (Real(g), -Imag(g));
    }
}
