namespace Hornet;

public static partial class Ops
{
    /// <summary>Reorders, splits and merges axes as a pattern says.</summary>
    /// <param name="tensor">Any tensor.</param>
    /// <param name="pattern">
    /// The names of the axes, an arrow, and the names in the order of the result: <c>b h w c -&gt; b (h w) c</c>. In
    /// parentheses, before the arrow, an axis is split, after it axes are merged.
    /// </param>
    /// <param name="axesLengths">The sizes of axes that others are split into, all but one of each.</param>
    /// <example><code>var z = Ops.Rearrange(x, "a (b c) -> b a c", ("c", 3)); // (1, 2, 3)</code></example>
    public static Tensor Rearrange(Tensor tensor, string pattern, params (string Axis, int Length)[] axesLengths)
    {
        ArgumentNullException.ThrowIfNull(pattern);
        ArgumentNullException.ThrowIfNull(axesLengths);
        return new RearrangeOp(pattern, [.. axesLengths]).Apply(tensor);
    }

    private sealed record RearrangeOp(string Pattern, ValueList<(string Axis, int Length)> AxesLengths) : Composite
    {
        protected override Tensor Compute(ReadOnlySpan<Tensor> inputs)
        {
            var x = inputs[0];
            var pattern = RearrangePattern.Parse(Pattern);
            if (pattern.Input.Count != x.Rank)
            {
                throw new ShapeException(
                    ClassName, $"a tensor of {pattern.Input.Count} axes", $"{x.Spec}, '{Pattern}'");
            }

            var sizes = new Dictionary<string, int?>(StringComparer.Ordinal);
            foreach (var (axis, length) in AxesLengths)
            {
                sizes[axis] = length;
            }

            for (var axis = 0; axis < x.Rank; axis++)
            {
                Split(pattern.Input[axis], x.Shape[axis], sizes);
            }

            string[] from = [.. pattern.Input.SelectMany(group => group)];
            string[] to = [.. pattern.Output.SelectMany(group => group)];
            var split = from.Length == x.Rank ? x : Reshape(x, [.. from.Select(name => sizes[name])]);
            var ordered = Transpose(split, Array.ConvertAll(to, name => Array.IndexOf(from, name)));
            return to.Length == pattern.Output.Count
                ? ordered
                : Reshape(ordered, [.. pattern.Output.Select(group => Product(group, sizes))]);
        }

        private static int? Product(IEnumerable<string> group, Dictionary<string, int?> sizes) =>
            group.Aggregate((int?)1, (product, name) => product * sizes[name]);

        // The one part whose size is not given follows from the others.
        private void Split(IReadOnlyList<string> group, int? size, Dictionary<string, int?> sizes)
        {
            string[] open = [.. group.Where(name => !sizes.ContainsKey(name))];
            var known = Product(group.Except(open), sizes);
            var fits = open.Length switch
            {
                0 => Shape.Agree(known, size),
                1 => known > 0 && size % known is null or 0,
                _ => false,
            };
            if (!fits)
            {
                throw new ShapeException(
                    ClassName,
                    $"sizes of all parts of '{string.Join(' ', group)}' but one, that divide its axis of size {size}",
                    $"axesLengths={AxesLengths}");
            }

            foreach (var name in open)
            {
                sizes[name] = size / known;
            }
        }
    }
}
