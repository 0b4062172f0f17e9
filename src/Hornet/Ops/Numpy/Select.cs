namespace Hornet;

public static partial class Ops
{
    /// <summary>Of several tensors the elements that the first true condition chooses.</summary>
    /// <param name="condlist">The conditions.</param>
    /// <param name="choicelist">For each condition what is taken where it is true. All broadcast.</param>
    /// <param name="default">What is taken where no condition is true; 0 where null.</param>
    /// <example><code>var z = Ops.Select([x > 1, x > 0], [x, x * 2], 0);</code></example>
    public static Tensor Select(
        IReadOnlyList<Tensor> condlist, IReadOnlyList<Tensor> choicelist, Tensor? @default = null)
    {
        ArgumentNullException.ThrowIfNull(condlist);
        ArgumentNullException.ThrowIfNull(choicelist);
        return condlist.Count == choicelist.Count && condlist.Count > 0
            ? new SelectOp().Apply([.. condlist, .. choicelist, @default ?? 0])
            : throw new ArgumentException(
                "Select: expected as many choices as conditions, and one at least. " +
                $"Received: {choicelist.Count} choices and {condlist.Count} conditions.");
    }

    private sealed record SelectOp : Composite
    {
        protected override Tensor Compute(ReadOnlySpan<Tensor> inputs)
        {
            var count = inputs.Length / 2;
            var dtype = Promotion.Common(inputs[count..]);
            var result = Cast(inputs[^1], dtype);
            for (var i = count - 1; i >= 0; i--)
            {
                result = Where(inputs[i], Cast(inputs[count + i], dtype), result);
            }

            return result;
        }
    }
}
