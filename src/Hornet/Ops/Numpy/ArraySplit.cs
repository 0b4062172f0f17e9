namespace Hornet;

public static partial class Ops
{
    /// <summary>Cuts an axis into parts of nearly equal sizes, the longer ones first. Copies nothing.</summary>
    /// <param name="x">A tensor of at least 1 axis.</param>
    /// <param name="indicesOrSections">How many parts. <see cref="Split(Tensor, int[], int)"/> cuts at indices.</param>
    /// <param name="axis">The axis.</param>
    /// <example><code>var parts = Ops.ArraySplit(x, 2, axis: 1); // (2, 2) and (2, 1)</code></example>
    public static Tensor[] ArraySplit(Tensor x, int indicesOrSections, int axis = 0) =>
        new ArraySplitOp(indicesOrSections, axis).ApplyMany(x);

    private sealed record ArraySplitOp(int IndicesOrSections, int Axis) : CutOp(Axis)
    {
        protected override int?[] Lengths(TensorSpec x, int axis)
        {
            if (IndicesOrSections < 1)
            {
                throw new ShapeException(ClassName, "1 section or more", $"{IndicesOrSections} sections of {x}");
            }

            var (least, longer) = (x.Shape[axis] / IndicesOrSections, x.Shape[axis] % IndicesOrSections);
            return [.. Enumerable.Range(0, IndicesOrSections).Select(part => part < longer ? least + 1 : least)];
        }
    }
}
