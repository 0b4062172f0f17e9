namespace Hornet.Tests;

/// <summary>Sums, products, softmax, windows and the like in a program give the bits that they give eagerly.</summary>
public sealed class KernelBitsTests
{
    [Theory]
    [InlineData(DType.Float32)]
    [InlineData(DType.Float64)]
    public void Sums_and_means_along_any_axes(DType dtype)
    {
        Shape[] shapes = [[3, 5, 7], [2, 1030, 3], [600, 4, 1], [4, 1, 600], [70, 3, 9], [2, 0, 3], [40, 20, 300]];
        Axes?[] axes = [null, 0, 1, 2, new[] { 0, 1 }, new[] { 1, 2 }, new[] { 0, 2 }];
        foreach (var shape in shapes)
        {
            foreach (var axis in axes)
            {
                Compiled.GivesTheBitsOf(
                    t => [Ops.Sum(t[0], axis), Ops.Sum(t[0], axis, keepdims: true), Ops.Mean(t[0], axis)],
                    Compiled.Values(shape, dtype, hasSpecial: false));
            }
        }

        Compiled.GivesTheBitsOf(t => [Ops.Sum(t[0], 0), Ops.Mean(t[0], 1)], Compiled.Values([9, 40], dtype));
    }

    [Fact]
    public void Softmax_and_its_gradient()
    {
        foreach (var shape in new Shape[] { [4, 1], [5, 7], [3, 1000], [2, 3, 40], [0, 3] })
        {
            foreach (var axis in new[] { -1, 0 })
            {
                var weight = Compiled.Values(shape, seed: 1, hasSpecial: false);
                Compiled.GivesTheBitsOf(
                    t => Compiled.WithGradients(x => Ops.Softmax(x[0], axis), t, weight),
                    Compiled.Values(shape, hasSpecial: false));
            }
        }

        Compiled.GivesTheBitsOf(t => [Ops.Softmax(t[0])], Compiled.Values([6, 9]));
    }

    [Theory]
    [InlineData(DType.Int32)]
    [InlineData(DType.Int64)]
    public void Elements_taken_along_an_axis_and_their_gradients(DType dtype)
    {
        var weight = Compiled.Values([4, 6], seed: 1, hasSpecial: false);
        foreach (var size in new[] { 1, 2, 3, 5 }) // indices are from -3 to 3: some name nothing
        {
            Compiled.GivesTheBitsOf(
                t => Compiled.WithGradients(x => Ops.TakeAlongAxis(x[0], t[1], 1), [t[0]], weight),
                Compiled.Values([4, size]), Compiled.Values([4, 6], dtype, seed: 2));
            Compiled.GivesTheBitsOf(
                t => Compiled.WithGradients(x => Ops.TakeAlongAxis(x[0], t[1], 0), [t[0]], weight),
                Compiled.Values([size, 6]), Compiled.Values([4, 6], dtype, seed: 2));
        }
    }

    [Theory]
    [InlineData(3, 4, 5)]
    [InlineData(1, 1, 1)]
    [InlineData(64, 33, 17)]
    [InlineData(1, 300, 2)]
    [InlineData(3, 0, 4)]
    [InlineData(0, 3, 4)]
    public void Products_of_matrices_that_lie_either_way(int m, int k, int n)
    {
        foreach (var (turnX, turnY) in new[] { (false, false), (true, false), (false, true), (true, true) })
        {
            Compiled.GivesTheBitsOf(
                t => [Ops.Matmul(turnX ? Ops.Transpose(t[0]) : t[0], turnY ? Ops.Transpose(t[1]) : t[1])],
                Compiled.Values(turnX ? [k, m] : [m, k], hasSpecial: false),
                Compiled.Values(turnY ? [n, k] : [k, n], seed: 1, hasSpecial: false));
        }

        Compiled.GivesTheBitsOf(
            t => [Ops.Matmul(t[0], t[1])],
            Compiled.Values([2, m, k], hasSpecial: false), Compiled.Values([k, n], seed: 1, hasSpecial: false));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(8)]
    [InlineData(19)]
    public void Greatest_elements_of_windows_with_bias_ReLU_and_gradients(int channels)
    {
        (int Size, int Stride)[] windows = [(2, 2), (3, 1), (2, 3), (3, 2)];
        foreach (var (size, stride) in windows)
        {
            foreach (var padding in new[] { "valid", "same" })
            {
                Tensor Pool(Tensor x) => Ops.MaxPool(x, size, stride, padding);
                foreach (var x in Images(channels))
                {
                    var weight = Compiled.Values(Pool(x).Shape, seed: 1, hasSpecial: false);
                    var bias = Compiled.Values([channels], seed: 2, hasSpecial: false);
                    Compiled.GivesTheBitsOf(
                        t => [Pool(t[0]), Pool(Ops.Relu(t[0])), Pool(Ops.Relu(t[0] + t[1]))], x, bias);
                    Compiled.GivesTheBitsOf(t => Compiled.WithGradients(u => Pool(u[0]), t, weight), x);
                    Compiled.GivesTheBitsOf(t => Compiled.WithGradients(u => Pool(Ops.Relu(u[0])), t, weight), x);
                    Compiled.GivesTheBitsOf(
                        t => Compiled.WithGradients(u => Pool(Ops.Relu(u[0] + u[1])), t, weight), x, bias);
                }
            }
        }
    }

    [Fact]
    public void The_gradient_of_what_went_through_a_ReLU_by_itself()
    {
        var x = Tensor.From([1, 2, 2, 1], new float[] { -3, -2, -1, -0.0f });

        Compiled.GivesTheBitsOf(
            t =>
            {
                var y = Ops.Relu(t[0]);
                using var tape = new GradientTape();
                tape.Watch(y);
                return [tape.Gradient(Ops.Sum(Ops.MaxPool(y, 2)), y)]; // to the first of four zeros
            },
            x);
    }

    [Fact]
    public void Normalization_of_a_batch_and_its_gradient()
    {
        foreach (var shape in new Shape[] { [5, 3], [600, 7], [2, 3, 4, 5], [4, 16, 16, 8] })
        {
            var channels = shape[^1]!.Value;
            var weight = Compiled.Values(shape, seed: 1, hasSpecial: false);
            int[] axes = [.. Enumerable.Range(0, shape.Rank - 1)];
            Compiled.GivesTheBitsOf(
                t => Compiled.WithGradients(
                    u =>
                    {
                        var (mean, variance) = Ops.Moments(u[0], axes);
                        return Ops.BatchNormalization(u[0], mean, variance, axis: -1, offset: u[1], scale: u[2]);
                    },
                    t, weight),
                Compiled.Values(shape, hasSpecial: false), Compiled.Values([channels], seed: 2, hasSpecial: false),
                Compiled.Values([channels], seed: 3, hasSpecial: false));
        }
    }

    [Fact]
    public void Dropout_and_its_gradient()
    {
        foreach (var n in Compiled.Sizes)
        {
            var weight = Compiled.Values([3, n], seed: 1);
            Compiled.GivesTheBitsOf(
                t => Compiled.WithGradients(u => Keras.Random.Dropout(u[0] * 2, 0.3, seed: 1), t, weight),
                Compiled.Values([3, n]));
        }
    }

    // Any, ties, nothing positive, and what is not a number.
    private static EagerTensor[] Images(int channels)
    {
        Shape shape = [2, 7, 9, channels];
        var random = new Random(0);
        EagerTensor From(Func<float> next) => Tensor.From(
            shape, Enumerable.Range(0, (int)shape.Size).Select(_ => next()).ToArray());
        return
        [
            From(() => random.NextSingle() - 0.5f),
            From(() => random.Next(-1, 2)),
            From(() => -random.NextSingle() - 0.1f),
            From(() => random.Next(4) switch { 0 => float.NaN, 1 => -0.0f, 2 => 0, _ => random.NextSingle() - 0.5f }),
        ];
    }
}
