using Hornet.Programs;

namespace Hornet.Testing;

/// <summary>The checks that every op must pass, in one call. Float64, one fixed seed, tight tolerances.</summary>
/// <remarks>
/// Symbolic inference gives the eager result's spec; with unknown axes it claims nothing false; a replayed program
/// gives the eager numbers; gradients are slopes (central differences), and so are gradients of gradients.
/// </remarks>
/// <example><code>OpContract.Check(t => Ops.Softmax(t[0]), [2, 3]);</code></example>
public static class OpContract
{
    private const double Step = 1e-5;
    private const double Tolerance = 1e-6;

    /// <summary>Checks an op of floating-point tensors with values between 0.2 and 1.2, of either sign.</summary>
    /// <param name="op">The op, with its static arguments filled in.</param>
    /// <param name="shapes">The shape of each input.</param>
    /// <exception cref="ContractException">A check fails.</exception>
    public static void Check(Func<Tensor[], Tensor> op, params Shape[] shapes)
    {
        var random = new Random(0);
        Check(op, [.. shapes.Select(shape => Values(random, shape))]);
    }

    /// <summary>Checks an op at a point of one's own: away from kinks and poles, in float64.</summary>
    /// <exception cref="ContractException">A check fails.</exception>
    public static void Check(Func<Tensor[], Tensor> op, params EagerTensor[] inputs)
    {
        ArgumentNullException.ThrowIfNull(op);
        CheckShapes(op, inputs);
        var weight = Values(new Random(1), op(inputs).Shape); // so that no symmetry hides an error
        GradientsAreSlopes(t => op(t) * weight, inputs, "the gradient");
        GradientsAreSlopes(t => SquaredGradients(u => op(u) * weight, t), inputs, "the second-order gradient");
    }

    /// <summary>
    /// The checks of <see cref="Check(Func{Tensor[], Tensor}, Shape[])"/> for an op without a gradient.
    /// </summary>
    /// <exception cref="ContractException">A check fails.</exception>
    public static void CheckShapes(Func<Tensor[], Tensor> op, params EagerTensor[] inputs)
    {
        ArgumentNullException.ThrowIfNull(op);
        var y = op(inputs);
        var symbolic = op([.. inputs.Select(input => Symbolic(input.Shape, input.DType))]).Spec;
        Require(symbolic == y.Spec, $"symbolic inference gives {symbolic}, the eager call {y.Spec}");
        UnknownAxesClaimNothingFalse(op, inputs, y.Spec);
        ReplayGivesTheSame(op, inputs, y);
    }

    private static void UnknownAxesClaimNothingFalse(Func<Tensor[], Tensor> op, EagerTensor[] x, TensorSpec truth)
    {
        for (var i = 0; i < x.Length; i++)
        {
            for (var axis = 0; axis < x[i].Rank; axis++)
            {
                var open = op([.. x.Select((t, k) =>
                    Symbolic(k == i ? t.Shape.With(axis, null) : t.Shape, t.DType))]).Spec;
                Require(
                    Shape.Agree(open.Shape, truth.Shape) && open.DType == truth.DType,
                    $"with axis {axis} of input {i} unknown, inference claims {open} of what is {truth}");
            }
        }
    }

    private static void ReplayGivesTheSame(Func<Tensor[], Tensor> op, EagerTensor[] x, Tensor y)
    {
        var program = Passes.Optimize(Trace.Compile(inputs => [op(inputs)], x.Select(t => t.Spec)));
        var replayed = new Executable(program).Run(x)[0];
        Require(
            replayed.Spec == y.Spec && $"{replayed}" == $"{y}", $"replay gives {replayed}, the eager call {y}");
    }

    private static void GradientsAreSlopes(Func<Tensor[], Tensor> f, EagerTensor[] x, string what)
    {
        var gradients = Gradients(f, x);
        for (var i = 0; i < x.Length; i++)
        {
            Require(gradients[i].Spec == x[i].Spec, $"{what} of input {i} is {gradients[i].Spec}, not {x[i].Spec}");
            var gradient = gradients[i].ToArray<double>();
            for (var j = 0; j < gradient.Length; j++)
            {
                var slope = (Sum(f(Nudged(x, i, j, Step))) - Sum(f(Nudged(x, i, j, -Step)))) / (2 * Step);
                Require(
                    Math.Abs(slope - gradient[j]) <= Tolerance * Math.Max(1, Math.Abs(slope)),
                    $"{what} of input {i} at element {j} is {gradient[j]}, the slope {slope}");
            }
        }
    }

    /// <summary>All first-order gradients, squared, weighted and summed to one number.</summary>
    private static Tensor SquaredGradients(Func<Tensor[], Tensor> f, Tensor[] x) =>
        Gradients(f, x).Select((g, i) => Ops.Sum(g * g) * (i + 1)).Aggregate((a, b) => a + b);

    private static Tensor[] Gradients(Func<Tensor[], Tensor> f, Tensor[] x)
    {
        using var tape = new GradientTape();
        foreach (var tensor in x)
        {
            tape.Watch(tensor);
        }

        return tape.Gradients(f(x), x);
    }

    private static Tensor[] Nudged(EagerTensor[] x, int i, int j, double by)
    {
        var data = x[i].ToArray<double>();
        data[j] += by;
        return [.. x.Select((t, k) => k == i ? Tensor.From(t.Shape, data) : t)];
    }

    private static double Sum(Tensor t) => t.ToArray<double>().Sum();

    private static KerasTensor Symbolic(Shape shape, DType dtype) => new(shape, dtype);

    // Away from zero, where some ops have a kink or a pole.
    private static EagerTensor Values(Random random, Shape shape)
    {
        var values = new double[shape.Size];
        for (var i = 0; i < values.Length; i++)
        {
            values[i] = (random.Next(2) == 0 ? -1 : 1) * (0.2 + random.NextDouble());
        }

        return Tensor.From(shape, values);
    }

    private static void Require(bool holds, string otherwise)
    {
        if (!holds)
        {
            throw new ContractException(otherwise);
        }
    }
}

/// <summary>Thrown where a contract is broken: says which rule, and by what.</summary>
public sealed class ContractException(string message) : Exception(message);
