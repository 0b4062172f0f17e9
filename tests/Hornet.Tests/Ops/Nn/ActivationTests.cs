using Hornet.Testing;

namespace Hornet.Tests;

public sealed class Relu6OpTests
{
    [Fact]
    public void Keeps_the_contract() => OpContract.Check(t => Ops.Relu6(t[0] * 8), [2, 3]);

    [Fact]
    public void Lies_between_0_and_6() =>
        ActivationCheck.Of(Ops.Relu6, [-1, 0, 2, 6, 7, float.NaN], [0, 0, 2, 6, 6, float.NaN]);
}

public sealed class LeakyReluOpTests
{
    [Fact]
    public void Keeps_the_contract() => OpContract.Check(t => Ops.LeakyRelu(t[0]), [2, 3]);

    [Fact]
    public void Slopes_where_negative() => ActivationCheck.Of(x => Ops.LeakyRelu(x, 0.5), [-2, 0, 2], [-1, 0, 2]);
}

public sealed class HardTanhOpTests
{
    [Fact]
    public void Keeps_the_contract() => OpContract.Check(t => Ops.HardTanh(t[0] * 2), [2, 3]);

    [Fact]
    public void Keeps_the_dtype()
    {
        Assert.Equal(new[] { -1, 0, 1 }, Ops.HardTanh(new[] { -3, 0, 3 }).ToArray<int>());
        Assert.Equal(new byte[] { 0, 1 }, Ops.HardTanh(new byte[] { 0, 200 }).ToArray<byte>());
        Assert.Equal(DType.Int32, Ops.HardTanh(new[] { true }).DType);
    }
}

public sealed class ThresholdOpTests
{
    [Fact]
    public void Keeps_the_contract() => OpContract.Check(t => Ops.Threshold(t[0], 0.1, 3), [2, 3]);

    [Fact]
    public void Of_whole_numbers_stays_whole_and_of_others_does_not()
    {
        Assert.Equal(new[] { 7, 7, 2 }, Ops.Threshold(new[] { 0, 1, 2 }, 1, 7).ToArray<int>());
        Assert.Equal(DType.Float32, Ops.Threshold(new[] { 0, 1, 2 }, 1.0, 7.0).DType);
    }

    [Fact]
    public void Takes_tensors_too() => Assert.Equal(
        new float[] { 2, 9 }, Ops.Threshold(new float[] { 2, 2 }, new float[] { 1, 3 }, 9).ToArray<float>());
}

public sealed class ReLUOpTests
{
    [Fact]
    public void Keeps_the_contract()
    {
        OpContract.Check(t => Keras.Activations.Relu(t[0], 0.5, 0.9, 0.3), [2, 3]);
        OpContract.Check(t => Keras.Activations.Relu(t[0], negativeSlope: 0.5), [2, 3]);
        OpContract.Check(t => Keras.Activations.Relu(t[0] * 8, maxValue: 6), [2, 3]);
    }

    [Fact]
    public void Is_one_node_of_Keras_name()
    {
        var y = (KerasTensor)Keras.Activations.Relu(new KerasTensor([null, 3]), threshold: 1);

        Assert.Equal("ReLU", y.History!.Value.Operation.ClassName);
    }
}

public sealed class EluOpTests
{
    [Fact]
    public void Keeps_the_contract() => OpContract.Check(t => Ops.Elu(t[0], 0.5), [2, 3]);

    [Fact]
    public void Of_great_numbers_has_a_gradient()
    {
        Tensor x = new float[] { 1000, -1000 };
        using var tape = new GradientTape();
        tape.Watch(x);

        Assert.Equal(new float[] { 1, 0 }, tape.Gradient(Ops.Elu(x), x).ToArray<float>());
    }
}

public sealed class SeluOpTests
{
    [Fact]
    public void Keeps_the_contract() => OpContract.Check(t => Ops.Selu(t[0]), [2, 3]);

    [Fact]
    public void Falls_to_its_bound() => ActivationCheck.Of(Ops.Selu, [-100, 0, 1], [-1.7580993f, 0, 1.050701f]);
}

public sealed class CeluOpTests
{
    [Fact]
    public void Keeps_the_contract() => OpContract.Check(t => Ops.Celu(t[0], 0.5), [2, 3]);
}

public sealed class GeluOpTests
{
    [Fact]
    public void Keeps_the_contract()
    {
        OpContract.Check(t => Ops.Gelu(t[0]), [2, 3]);
        OpContract.Check(t => Ops.Gelu(t[0], approximate: false), [2, 3]);
    }

    [Fact]
    public void Is_exact_where_asked_for()
    {
        ActivationCheck.Of(x => Ops.Gelu(x, approximate: false), [-1, 0, 1], [-0.158655f, 0, 0.841345f]);
        ActivationCheck.Of(x => Ops.Gelu(x), [-1, 0, 1], [-0.158808f, 0, 0.841192f]);
    }
}

public sealed class SiluOpTests
{
    [Fact]
    public void Keeps_the_contract() => OpContract.Check(t => Ops.Swish(t[0]), [2, 3]);

    [Fact]
    public void Takes_floats_only()
    {
        Assert.Throws<ShapeException>(() => Ops.Silu(new[] { 1 }));
        Assert.Equal(DType.Complex64, Ops.Silu(System.Numerics.Complex.One).DType);
    }
}

public sealed class HardSiluOpTests
{
    [Fact]
    public void Keeps_the_contract() => OpContract.Check(t => Ops.HardSwish(t[0]), [2, 3]);
}

public sealed class HardSigmoidOpTests
{
    [Fact]
    public void Keeps_the_contract() => OpContract.Check(t => Ops.HardSigmoid(t[0]), [2, 3]);

    [Fact]
    public void Is_made_of_straight_lines() =>
        ActivationCheck.Of(Ops.HardSigmoid, [-4, 0, 1.5f, 4], [0, 0.5f, 0.75f, 1]);
}

public sealed class SparseSigmoidOpTests
{
    [Fact]
    public void Keeps_the_contract() => OpContract.Check(t => Ops.SparseSigmoid(t[0] / 2), [2, 3]);
}

public sealed class LogSigmoidOpTests
{
    [Fact]
    public void Keeps_the_contract() => OpContract.Check(t => Ops.LogSigmoid(t[0]), [2, 3]);

    [Fact]
    public void Stays_finite() => ActivationCheck.Of(Ops.LogSigmoid, [-1000, 1000], [-1000, 0]);

    [Fact]
    public void Takes_no_bools() => Assert.Throws<ShapeException>(() => Ops.LogSigmoid(new[] { true }));
}

public sealed class MishOpTests
{
    [Fact]
    public void Keeps_the_contract() => OpContract.Check(t => Ops.Mish(t[0]), [2, 3]);
}

public sealed class SoftplusOpTests
{
    [Fact]
    public void Keeps_the_contract() => OpContract.Check(t => Ops.Softplus(t[0]), [2, 3]);

    [Fact]
    public void Does_not_overflow() => ActivationCheck.Of(Ops.Softplus, [-1000, 0, 1000], [0, MathF.Log(2), 1000]);
}

public sealed class SoftsignOpTests
{
    [Fact]
    public void Keeps_the_contract() => OpContract.Check(t => Ops.Softsign(t[0]), [2, 3]);
}

public sealed class SquareplusOpTests
{
    [Fact]
    public void Keeps_the_contract() => OpContract.Check(t => Ops.Squareplus(t[0], 2), [2, 3]);

    [Fact]
    public void Without_b_is_ReLU() => ActivationCheck.Of(x => Ops.Squareplus(x, 0), [-2, 0, 2], [0, 0, 2]);
}

public sealed class SparsePlusOpTests
{
    [Fact]
    public void Keeps_the_contract() => OpContract.Check(t => Ops.SparsePlus(t[0]), [2, 3]);

    [Fact]
    public void Is_a_parabola_between_lines() => ActivationCheck.Of(Ops.SparsePlus, [-2, 0, 1, 3], [0, 0.25f, 1, 3]);
}

public sealed class SoftShrinkOpTests
{
    [Fact]
    public void Keeps_the_contract() => OpContract.Check(t => Ops.SoftShrink(t[0], 0.3), [2, 3]);

    [Fact]
    public void Brings_nearer_to_0() => ActivationCheck.Of(x => Ops.SoftShrink(x), [-1, 0.2f, 2], [-0.5f, 0, 1.5f]);
}

public sealed class HardShrinkOpTests
{
    [Fact]
    public void Keeps_the_contract() => OpContract.Check(t => Ops.HardShrink(t[0], 0.3), [2, 3]);
}

public sealed class TanhShrinkOpTests
{
    [Fact]
    public void Keeps_the_contract() => OpContract.Check(t => Ops.TanhShrink(t[0]), [2, 3]);
}

public sealed class GluOpTests
{
    [Fact]
    public void Keeps_the_contract() => OpContract.Check(t => Ops.Glu(t[0], axis: 1), [2, 4]);

    [Fact]
    public void Says_what_does_not_fit()
    {
        Assert.Equal(
            "Glu: expected an even size of axis -1. Received: x=float32(2, 3).",
            Assert.Throws<ShapeException>(() => Ops.Glu(new float[2, 3])).Message);
        Assert.Throws<ShapeException>(() => Ops.Glu(new float[2, 4], axis: 5));
        Assert.Throws<ShapeException>(() => Ops.Glu(new int[2, 4]));
    }
}

public sealed class SparsemaxOpTests
{
    [Fact]
    public void Keeps_the_contract() => OpContract.Check(t => Ops.Sparsemax(t[0], axis: 0), [3, 2]);

    [Fact]
    public void Leaves_only_what_is_near_the_greatest() =>
        ActivationCheck.Of(x => Ops.Sparsemax(x), [3, 0, 0], [1, 0, 0]);
}

public sealed class SoftmaxKernelOpTests
{
    [Fact]
    public void Of_complex_numbers_ops_do_it() => Assert.Equal(
        1, Ops.Sum(Ops.Softmax(new System.Numerics.Complex[] { new(1, 2),
            new(3, 4) })).Item<System.Numerics.Complex>().Real, 1e-6);
}

public sealed class LogSoftmaxKernelOpTests
{
    [Fact]
    public void Of_complex_numbers_ops_do_it() =>
        Assert.Equal(DType.Complex128, Ops.LogSoftmax(new System.Numerics.Complex[] { new(1, 2), new(3, 4) }).DType);
}

internal static class ActivationCheck
{
    public static void Of(Func<Tensor, Tensor> function, float[] x, float[] expected) => Assert.All(
        function(x).ToArray<float>().Zip(expected), pair => Assert.Equal(pair.Second, pair.First, 1e-6f));
}
