namespace Hornet.Constraints;

/// <summary>The norms of the slices of a weight.</summary>
internal static class Norms
{
    // √Σ w²
    public static Tensor Of(Tensor w, Axes axis) => Ops.Sqrt(Ops.Sum(Ops.Square(w), axis, keepdims: true));

    // w · desired / (ε + norms): Keras's ε keeps a slice of zeros what it is
    public static Tensor Set(Tensor w, Tensor norms, Tensor desired) =>
        Ops.Cast(w, norms.DType) * (desired / (Keras.Config.Epsilon() + norms));
}
