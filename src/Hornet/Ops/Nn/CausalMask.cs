using Hornet.Autodiff;
using Hornet.Native;

namespace Hornet;

/// <summary>Which of the scores (..., queries, keys) a query may see: those of keys that do not come later.</summary>
internal sealed record CausalMaskOp : Primitive
{
    public override TensorSpec[] Infer(ReadOnlySpan<TensorSpec> inputs) =>
        [new(inputs[0].Shape[^2..], DType.Bool)];

    public override void Run(ReadOnlySpan<TensorHandle> inputs, Span<TensorHandle> outputs)
    {
        var sizes = inputs[0].Sizes[^2..];
        outputs[0] = TensorHandle.Empty(DType.Bool, sizes);
        var mask = outputs[0].Elements<bool>();
        var keys = (int)sizes[1];
        for (var query = 0; query < sizes[0]; query++)
        {
            var row = mask.Slice(query * keys, keys);
            var seen = Math.Min(query + 1, keys);
            row[..seen].Fill(true);
            row[seen..].Clear();
        }
    }

    public override Tensor?[] Vjp(ReadOnlySpan<Tensor?> g, Residuals saved) => [null];
}
