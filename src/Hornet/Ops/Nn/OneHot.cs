using Hornet.Autodiff;
using Hornet.Native;

namespace Hornet;

public static partial class Ops
{
    /// <summary>For each class index a vector with a one at its place and zeros elsewhere.</summary>
    /// <param name="x">Integers; of one that is no class the vector is all zeros.</param>
    /// <param name="numClasses">The number of classes.</param>
    /// <param name="axis">Where the classes' axis is in the result.</param>
    /// <param name="dtype">The dtype; floatx where null.</param>
    /// <example><code>var y = Ops.OneHot(new[] { 0, 2 }, 3); // (2, 3)</code></example>
    public static Tensor OneHot(Tensor x, int numClasses, int axis = -1, DType? dtype = null) =>
        new OneHotOp(numClasses, axis, dtype ?? Keras.Config.Floatx()).Apply(x);

    private sealed record OneHotOp(int NumClasses, int Axis, DType DType) : UnaryPrimitive
    {
        protected override TensorSpec Infer(TensorSpec x) => NumClasses >= 0
            ? new TensorSpec(x.Shape.Insert(Place(x.Shape), NumClasses), DType)
            : throw new ShapeException(ClassName, "0 classes or more", $"numClasses={NumClasses}");

        protected override TensorHandle Run(TensorHandle x)
        {
            var place = Place(Shape.FromSizes(x.Sizes));
            var axesAfter = x.Sizes.Length - place;
            using var bits = x.DType.IsBareUnsigned() ? RowMajor.Copy(x, DType.Int64) : x.NewReference();
            using var indices = Aten.Call("aten::unsqueeze"u8, default, bits, (long)place);
            using var classes = Classes(axesAfter);
            using var isClass = Aten.Call("aten::eq"u8, "Tensor"u8, indices, classes);
            return Aten.Call("aten::to"u8, "dtype"u8, isClass, DType, false, false, Argument.None);
        }

        protected override Tensor? Vjp(Tensor g, Residuals saved) => null;

        private int Place(Shape shape) => shape.Insert(0, null).Resolve(Axis, ClassName);

        private TensorHandle Classes(int axesAfter)
        {
            var sizes = new long[axesAfter + 1];
            Array.Fill(sizes, 1);
            sizes[0] = NumClasses;
            var classes = TensorHandle.Empty(DType.Int64, sizes);
            var elements = classes.Elements<long>();
            for (var i = 0; i < elements.Length; i++)
            {
                elements[i] = i;
            }

            return classes;
        }
    }
}
