namespace Hornet.Optimizers;

/// <summary>Makes gradients shorter that are too long.</summary>
internal static class GradientClipping
{
    // g · limit / max(‖g‖, limit)
    public static Tensor ByNorm(Tensor gradient, double limit) =>
        gradient * (limit / Ops.Maximum(Ops.Sqrt(Ops.Sum(Ops.Square(gradient))), limit));

    // g · limit · min(1 / ‖all‖, 1 / limit), where an infinite norm is to give NaN, not zeros
    public static Tensor[] ByGlobalNorm(Tensor[] gradients, double limit)
    {
        var norm = Ops.Sqrt(gradients.Select(gradient => Ops.Sum(Ops.Square(gradient))).Aggregate((x, y) => x + y));
        var scale = limit * Ops.Minimum(1 / norm, 1 / limit) + (norm - norm);
        return Array.ConvertAll(gradients, gradient => gradient * scale);
    }
}
