using System.Runtime.CompilerServices;

namespace Hornet;

public static partial class Keras
{
    public static partial class Utils
    {
        /// <summary>Divides by the norm along an axis; what is all zeros stays.</summary>
        /// <param name="x">The values.</param>
        /// <param name="axis">The axis; the norm of all values where null.</param>
        /// <param name="order">The order of the norm; 2 where null.</param>
        /// <example><code>var units = Keras.Utils.Normalize(new[,] { { 3f, 4f } }); // [[0.6, 0.8]]</code></example>
        [OverloadResolutionPriority(1)]
        public static Tensor Normalize(Array x, int? axis = -1, NormOrder? order = null)
        {
            Tensor values = Tensor.From(x);
            values = values.DType.IsFloating() ? values : Ops.Cast(values, DType.Float64);
            var norm = axis is { } along
                ? Ops.Norm(values, order ?? 2, along, keepdims: true)
                : Ops.Norm(values, order ?? 2);
            return values / Ops.Where(Ops.Equal(norm, 0), Ops.OnesLike(norm), norm);
        }

        /// <summary>Divides by the norm along an axis.</summary>
        /// <param name="x">The values.</param>
        /// <param name="axis">The axis.</param>
        /// <param name="order">The order of the norm.</param>
        public static Tensor Normalize(Tensor x, int axis = -1, int order = 2) => Ops.Normalize(x, axis, order);
    }
}
