using Hornet.Autodiff;
using Hornet.Native;

namespace Hornet;

public static partial class Ops
{
    /// <summary>The elements along an axis in ascending order, and the int32 indices of where they were.</summary>
    private sealed record SortedOp(int Axis) : Primitive
    {
        protected internal override Saves Saves => Saves.Outputs;

        public override TensorSpec[] Infer(ReadOnlySpan<TensorSpec> inputs)
        {
            Require("Sort", Kinds.Any, "x", inputs[0]);
            return [inputs[0], inputs[0] with { DType = DType.Int32 }];
        }

        public override void Run(ReadOnlySpan<TensorHandle> inputs, Span<TensorHandle> outputs)
        {
            using var wide = Kernels.Widen(inputs[0]);
            var (values, indices) = wide.DType.IsComplex() ? SortComplex(wide) : Sort(wide);
            outputs[0] = Kernels.Narrow(values, inputs[0].DType);
            outputs[1] = Kernels.Narrow(indices, DType.Int32);
        }

        // An element's cotangent goes back to where it was.
        public override Tensor?[] Vjp(ReadOnlySpan<Tensor?> g, Residuals saved) =>
            [g[0] is { } values ? Unsorted(values, saved.OutputAt(1), saved.InputSpec(0).Shape, Axis) : null];

        private (TensorHandle Values, TensorHandle Indices) Sort(TensorHandle x)
        {
            Span<TensorHandle> results = stackalloc TensorHandle[2];
            Aten.CallMany("aten::sort"u8, "stable"u8, results, x, Argument.Some(true), (long)Axis, false);
            return (results[0], results[1]);
        }

        // By the imaginary part first, then stably by the real part.
        private (TensorHandle Values, TensorHandle Indices) SortComplex(TensorHandle x)
        {
            using var parts = Aten.Call("aten::view_as_real"u8, default, x);
            using var real = Aten.Call("aten::select"u8, "int"u8, parts, -1L, 0L);
            using var imaginary = Aten.Call("aten::select"u8, "int"u8, parts, -1L, 1L);
            var (sortedImaginary, byImaginary) = Sort(imaginary);
            sortedImaginary.Dispose();
            using var first = byImaginary;
            using var reordered = Aten.Call("aten::gather"u8, default, real, (long)Axis, first, false);
            var (sortedReal, byReal) = Sort(reordered);
            sortedReal.Dispose();
            using var second = byReal;
            var indices = Aten.Call("aten::gather"u8, default, first, (long)Axis, second, false);
            return (Aten.Call("aten::gather"u8, default, x, (long)Axis, indices, false), indices);
        }
    }

    /// <summary>The cotangents of selected elements at the places along an axis that they were selected from.</summary>
    private static Tensor Unsorted(Tensor g, Tensor indices, Shape shape, int axis) =>
        new ScatterAlongOp(axis, shape.Sizes[axis]).Apply(g, indices);
}
