using Hornet.Autodiff;
using Hornet.Native;

namespace Hornet;

/// <summary>
/// Which keys a query may see, as (1, queries, keys): those that do not come later, those of a window around it.
/// </summary>
/// <param name="QueryAxis">The axis of the first input that is as long as the queries are many.</param>
/// <param name="KeyAxis">The axis of the second input that is as long as the keys are many.</param>
/// <param name="IsCausal">Whether a query sees no key that comes later.</param>
/// <param name="Window">A query sees keys that are less than this many places away; all where null.</param>
internal sealed record BandMaskOp(int QueryAxis, int KeyAxis, bool IsCausal, int? Window) : Primitive
{
    public override TensorSpec[] Infer(ReadOnlySpan<TensorSpec> inputs) =>
    [
        new(
            [
                1,
                inputs[0].Shape[inputs[0].Shape.Resolve(QueryAxis, ClassName)],
                inputs[1].Shape[inputs[1].Shape.Resolve(KeyAxis, ClassName)],
            ],
            DType.Bool),
    ];

    public override void Run(ReadOnlySpan<TensorHandle> inputs, Span<TensorHandle> outputs)
    {
        var queries = Size(inputs[0], QueryAxis);
        var keys = Size(inputs[1], KeyAxis);
        outputs[0] = TensorHandle.Empty(DType.Bool, [1, queries, keys]);
        var mask = outputs[0].Elements<bool>();
        var reach = (Window ?? int.MaxValue) - 1L;
        for (var query = 0; query < queries; query++)
        {
            var row = mask.Slice(query * keys, keys);
            var first = (int)Math.Clamp(query - reach, 0, keys);
            var last = (int)Math.Clamp((IsCausal ? query : query + reach) + 1, first, keys);
            row.Clear();
            row[first..last].Fill(true);
        }
    }

    public override Tensor?[] Vjp(ReadOnlySpan<Tensor?> g, Residuals saved) => [null, null];

    private static int Size(TensorHandle x, int axis) => (int)x.Sizes[axis < 0 ? axis + x.Sizes.Length : axis];
}
