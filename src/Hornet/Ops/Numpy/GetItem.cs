using Hornet.Autodiff;
using Hornet.Native;

namespace Hornet;

public static partial class Ops
{
    /// <summary>A part of a tensor, as in NumPy: what <c>x[...]</c> calls.</summary>
    /// <param name="x">Any tensor.</param>
    /// <param name="key">An index for each axis, from the first on.</param>
    /// <example><code>var y = Ops.GetItem(x, [TensorIndex.Ellipsis, 0]); // (2,)</code></example>
    public static Tensor GetItem(Tensor x, TensorIndex[] key)
    {
        ArgumentNullException.ThrowIfNull(key);
        var (op, inputs) = GetItemCall(x, key);
        return op.Apply(inputs);
    }

    /// <summary>A part of a tensor, as in NumPy: what <c>x[...]</c> calls.</summary>
    /// <param name="x">Any tensor.</param>
    /// <param name="key">An index for the first axis.</param>
    /// <example><code>var row = Ops.GetItem(x, 1); // (3,)</code></example>
    public static Tensor GetItem(Tensor x, TensorIndex key) => GetItem(x, [key]);

    /// <summary>The op for a key, and its inputs: the tensor, and the indices that are tensors.</summary>
    internal static (Op Op, Tensor[] Inputs) GetItemCall(Tensor x, TensorIndex[] key)
    {
        var entries = new List<IndexEntry>();
        var inputs = new List<Tensor> { x };
        foreach (var index in key)
        {
            if (index.Tensor is { DType: DType.Bool } mask)
            {
                AddMask(mask, entries, inputs);
            }
            else
            {
                entries.Add(index.Entry);
                inputs.AddRange(index.Tensor is { } places ? [places] : []);
            }
        }

        return (new GetItemOp([.. entries]), [.. inputs]);
    }

    /// <summary>The key of an op that takes a part; null of others.</summary>
    internal static IReadOnlyList<IndexEntry>? KeyOf(Op op) => (op as GetItemOp)?.Key;

    // A mask is the indices of where it is true, one tensor for each of its axes.
    private static void AddMask(Tensor mask, List<IndexEntry> entries, List<Tensor> inputs)
    {
        if (mask is not EagerTensor || mask.Rank == 0)
        {
            throw new ArgumentException(
                $"GetItem: expected a mask of at least 1 axis that has data. Received: {mask.Spec}. The size of the " +
                "result depends on it; Ops.Where(mask, x, 0) keeps the size.");
        }

        inputs.AddRange(Nonzero(mask));
        entries.AddRange(mask.Shape.Select(size => new IndexEntry(IndexKind.Tensor, Start: size)));
    }

    private sealed record GetItemOp(ValueList<IndexEntry> Key) : Primitive
    {
        protected internal override bool TakesViews => true;

        protected internal override Saves Saves =>
            Key.Any(entry => entry.Kind == IndexKind.Tensor) ? Saves.Inputs : Saves.Nothing;

        public override TensorSpec[] Infer(ReadOnlySpan<TensorSpec> inputs) =>
            [inputs[0] with { Shape = IndexPlan.Of(Key, inputs[0].Shape, inputs[1..]).Result }];

        public override void Run(ReadOnlySpan<TensorHandle> inputs, Span<TensorHandle> outputs) =>
            outputs[0] = IndexPlan.Of(Key, inputs[0], inputs[1..]).Get(inputs[0], inputs[1..]);

        public override Tensor?[] Vjp(ReadOnlySpan<Tensor?> g, Residuals saved) =>
            ToFirst(new PutItemOp(Key, saved.InputSpec(0).Shape), g[0]!, saved);
    }

    /// <summary>The reverse: zeros, with the elements added up at the places that they were taken from.</summary>
    private sealed record PutItemOp(ValueList<IndexEntry> Key, Shape Shape) : Primitive
    {
        protected internal override Saves Saves =>
            Key.Any(entry => entry.Kind == IndexKind.Tensor) ? Saves.Inputs : Saves.Nothing;

        public override TensorSpec[] Infer(ReadOnlySpan<TensorSpec> inputs) => [inputs[0] with { Shape = Shape }];

        public override void Run(ReadOnlySpan<TensorHandle> inputs, Span<TensorHandle> outputs)
        {
            outputs[0] = RowMajor.Zeros(Shape.Sizes, inputs[0].DType);
            IndexPlan.Of(Key, outputs[0], inputs[1..]).Put(outputs[0], inputs[0], inputs[1..]);
        }

        public override Tensor?[] Vjp(ReadOnlySpan<Tensor?> g, Residuals saved) =>
            ToFirst(new GetItemOp(Key), g[0]!, saved);
    }

    /// <summary>Hands a cotangent to the reverse op, with the same index tensors, which have none.</summary>
    private static Tensor?[] ToFirst(Op reverse, Tensor g, Residuals saved)
    {
        var inputs = new Tensor[saved.InputCount];
        inputs[0] = g;
        for (var i = 1; i < inputs.Length; i++)
        {
            inputs[i] = saved.Input(i);
        }

        return [reverse.Apply(inputs), .. new Tensor?[inputs.Length - 1]];
    }
}
