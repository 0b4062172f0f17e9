using Hornet.Autodiff;
using Hornet.Native;

namespace Hornet;

public static partial class Ops
{
    /// <summary>Lays the channels of each place out as a square of places.</summary>
    /// <param name="x">Images, (batch, height, width, channels) where channels are last.</param>
    /// <param name="blockSize">The side of a square, at least 2; its area divides the channels.</param>
    /// <param name="dataFormat"><c>channels_last</c> or <c>channels_first</c>.</param>
    /// <example><code>var y = Ops.DepthToSpace(new float[1, 2, 2, 12], blockSize: 2); // (1, 4, 4, 3)</code></example>
    public static Tensor DepthToSpace(Tensor x, int blockSize, string? dataFormat = "channels_last") =>
        new DepthToSpaceOp(blockSize, Keras.Config.StandardizeDataFormat(dataFormat)).Apply(x);

    /// <summary>Stacks each square of places up as channels of one place: the reverse.</summary>
    /// <param name="x">Images, (batch, height, width, channels) where channels are last.</param>
    /// <param name="blockSize">The side of a square, at least 2; it divides the height and the width.</param>
    /// <param name="dataFormat"><c>channels_last</c> or <c>channels_first</c>.</param>
    /// <example><code>var y = Ops.SpaceToDepth(new float[1, 4, 4, 3], blockSize: 2); // (1, 2, 2, 12)</code></example>
    public static Tensor SpaceToDepth(Tensor x, int blockSize, string? dataFormat = "channels_last") =>
        new SpaceToDepthOp(blockSize, Keras.Config.StandardizeDataFormat(dataFormat)).Apply(x);

    private abstract record BlockOp(int BlockSize, string DataFormat) : UnaryPrimitive
    {
        protected bool IsChannelsLast => DataFormat == "channels_last";

        protected int Channels => IsChannelsLast ? 3 : 1;

        protected int Height => IsChannelsLast ? 1 : 2;

        protected void Check(TensorSpec x)
        {
            if (BlockSize < 2)
            {
                throw new ArgumentException(
                    $"{ClassName}: expected block_size to be at least 2. Received: {BlockSize}.");
            }

            if (x.Shape.Rank != 4)
            {
                throw new ShapeException(ClassName, "images with four axes", $"x={x}");
            }
        }

        protected int? Divided(TensorSpec x, int axis, int by) => x.Shape[axis] % by is > 0
            ? throw new ShapeException(ClassName, $"axis {axis} to be a multiple of {by}",
                $"x={x}, block_size={BlockSize}")
            : x.Shape[axis] / by;

        protected static TensorHandle Rearrange(
            TensorHandle x, ReadOnlySpan<long> cut, ReadOnlySpan<long> order, ReadOnlySpan<long> joined)
        {
            using var parts = Aten.Reshape(x, cut);
            using var moved = Aten.Permute(parts, order);
            return Aten.Reshape(moved, joined);
        }
    }

    private sealed record DepthToSpaceOp(int BlockSize, string DataFormat) : BlockOp(BlockSize, DataFormat)
    {
        protected override TensorSpec Infer(TensorSpec x)
        {
            Check(x);
            return x with
            {
                Shape = x.Shape
                    .With(Height, x.Shape[Height] * BlockSize)
                    .With(Height + 1, x.Shape[Height + 1] * BlockSize)
                    .With(Channels, Divided(x, Channels, BlockSize * BlockSize)),
            };
        }

        protected override TensorHandle Run(TensorHandle x)
        {
            long b = BlockSize;
            var (n, h, w, c) = (x.Sizes[0], x.Sizes[Height], x.Sizes[Height + 1], x.Sizes[Channels] / (b * b));
            return IsChannelsLast
                ? Rearrange(x, [n, h, w, b, b, c], [0, 1, 3, 2, 4, 5], [n, h * b, w * b, c])
                : Rearrange(x, [n, c, b, b, h, w], [0, 1, 4, 2, 5, 3], [n, c, h * b, w * b]);
        }

        protected override Tensor? Vjp(Tensor g, Residuals saved) => SpaceToDepth(g, BlockSize, DataFormat);
    }

    private sealed record SpaceToDepthOp(int BlockSize, string DataFormat) : BlockOp(BlockSize, DataFormat)
    {
        protected override TensorSpec Infer(TensorSpec x)
        {
            Check(x);
            return x with
            {
                Shape = x.Shape
                    .With(Height, Divided(x, Height, BlockSize))
                    .With(Height + 1, Divided(x, Height + 1, BlockSize))
                    .With(Channels, x.Shape[Channels] * BlockSize * BlockSize),
            };
        }

        protected override TensorHandle Run(TensorHandle x)
        {
            long b = BlockSize;
            var (n, h, w, c) = (x.Sizes[0], x.Sizes[Height] / b, x.Sizes[Height + 1] / b, x.Sizes[Channels]);
            return IsChannelsLast
                ? Rearrange(x, [n, h, b, w, b, c], [0, 1, 3, 2, 4, 5], [n, h, w, c * b * b])
                : Rearrange(x, [n, c, h, b, w, b], [0, 1, 3, 5, 2, 4], [n, c * b * b, h, w]);
        }

        protected override Tensor? Vjp(Tensor g, Residuals saved) => DepthToSpace(g, BlockSize, DataFormat);
    }
}
