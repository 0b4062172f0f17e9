using System.Numerics;
using System.Numerics.Tensors;
using System.Runtime.CompilerServices;
using Hornet.Native;

namespace Hornet.Programs;

/// <summary>An element's function, of a run of elements at once.</summary>
internal abstract class ElementFunction<T>
    where T : unmanaged, INumber<T>
{
    /// <summary>Computes so many elements. Operands that the function does not have are not read.</summary>
    public abstract void Run(Address x, Address y, Address z, Address result, int count);
}

/// <summary>The functions, by their names.</summary>
internal static class ElementFunctions<T>
    where T : unmanaged, INumber<T>
{
    private delegate void UnaryRun(ReadOnlySpan<T> x, Span<T> result);

    private delegate void BinaryRun(ReadOnlySpan<T> x, ReadOnlySpan<T> y, Span<T> result);

    private static readonly ElementFunction<T>?[] s_all = new ElementFunction<T>?[(int)Element.Select + 1];

    /// <summary>The function. Each is made when it is asked for: .NET loads and compiles a type for it.</summary>
    public static ElementFunction<T> Of(Element function) => s_all[(int)function] ??= Create(function);

    private static ElementFunction<T> Create(Element function) => function switch
    {
        Element.Copy => new Unary(static (x, result) => x.CopyTo(result)),
        Element.Add => new Binary(TensorPrimitives.Add),
        Element.Subtract => new Binary(TensorPrimitives.Subtract),
        Element.Multiply => new Binary(TensorPrimitives.Multiply),
        Element.Divide => new Binary(TensorPrimitives.Divide),
        Element.Maximum => new Vectors<Maximum>(),
        Element.Minimum => new Vectors<Minimum>(),
        Element.Negative => new Unary(TensorPrimitives.Negate),
        Element.Absolute => new Unary(TensorPrimitives.Abs),
        Element.Sign => new Vectors<Sign>(),
        Element.Square => new Unary(static (x, result) => TensorPrimitives.Multiply(x, x, result)),
        Element.SquareRoot => new Vectors<SquareRoot>(),
        Element.DivideNoNan => new Vectors<DivideNoNan>(),
        Element.Relu => new Vectors<Relu>(),
        Element.ReluGradient => new Vectors<ReluGradient>(),
        Element.Clip => new Vectors<Clip>(),
        Element.ScaleShift => new Vectors<ScaleShift>(),
        Element.Keep => new Vectors<Keep>(),
        Element.Greater => new Vectors<Greater>(),
        Element.GreaterEqual => new Vectors<GreaterEqual>(),
        Element.Less => new Vectors<Less>(),
        Element.LessEqual => new Vectors<LessEqual>(),
        Element.Equal => new Vectors<Equal>(),
        Element.NotEqual => new Vectors<NotEqual>(),
        Element.Select => new Vectors<Select>(),
        _ => throw new ArgumentOutOfRangeException(nameof(function)),
    };

    /// <summary>A function of vectors, and of one element as a vector of which the rest does not matter.</summary>
    private interface IFormula
    {
        /// <summary>How many operands there are.</summary>
        static abstract int Arity { get; }

        static abstract Vector<T> Compute(Vector<T> x, Vector<T> y, Vector<T> z);
    }

    private sealed class Unary(UnaryRun run) : ElementFunction<T>
    {
        public override void Run(Address x, Address y, Address z, Address result, int count) =>
            run(x.Span<T>(count), result.Span<T>(count));
    }

    private sealed class Binary(BinaryRun run) : ElementFunction<T>
    {
        public override void Run(Address x, Address y, Address z, Address result, int count) =>
            run(x.Span<T>(count), y.Span<T>(count), result.Span<T>(count));
    }

    private sealed class Vectors<TFormula> : ElementFunction<T>
        where TFormula : IFormula
    {
        [MethodImpl(MethodImplOptions.AggressiveOptimization)] // a call is long: it cannot wait for the next tier
        public override void Run(Address x, Address y, Address z, Address result, int count)
        {
            var xs = x.Span<T>(count);
            var ys = TFormula.Arity > 1 ? y.Span<T>(count) : xs;
            var zs = TFormula.Arity > 2 ? z.Span<T>(count) : xs;
            var results = result.Span<T>(count);
            var i = 0;
            for (; i <= count - Vector<T>.Count; i += Vector<T>.Count)
            {
                TFormula.Compute(new(xs[i..]), new(ys[i..]), new(zs[i..])).CopyTo(results[i..]);
            }

            for (; i < count; i++)
            {
                results[i] = TFormula.Compute(new(xs[i]), new(ys[i]), new(zs[i]))[0];
            }
        }
    }

    // What is not a number stays. Of 0 and -0 the second is taken; libtorch takes either, by where they stand.
    private readonly struct Maximum : IFormula
    {
        public static int Arity => 2;

        public static Vector<T> Compute(Vector<T> x, Vector<T> y, Vector<T> z) =>
            Vector.ConditionalSelect(Vector.GreaterThan(x, y) | ~Vector.Equals(x, x), x, y);
    }

    private readonly struct Minimum : IFormula
    {
        public static int Arity => 2;

        public static Vector<T> Compute(Vector<T> x, Vector<T> y, Vector<T> z) =>
            Vector.ConditionalSelect(Vector.LessThan(x, y) | ~Vector.Equals(x, x), x, y);
    }

    // What is not a number stays.
    private readonly struct Sign : IFormula
    {
        public static int Arity => 1;

        public static Vector<T> Compute(Vector<T> x, Vector<T> y, Vector<T> z)
        {
            var sign = Answer(Vector.GreaterThan(x, Vector<T>.Zero)) - Answer(Vector.LessThan(x, Vector<T>.Zero));
            return Vector.ConditionalSelect(Vector.Equals(x, x), sign, x);
        }
    }

    private readonly struct SquareRoot : IFormula
    {
        public static int Arity => 1;

        public static Vector<T> Compute(Vector<T> x, Vector<T> y, Vector<T> z) => Vector.SquareRoot(x);
    }

    // x / y, and 0 where y = 0
    private readonly struct DivideNoNan : IFormula
    {
        public static int Arity => 2;

        public static Vector<T> Compute(Vector<T> x, Vector<T> y, Vector<T> z) =>
            Vector.ConditionalSelect(Vector.Equals(y, Vector<T>.Zero), Vector<T>.Zero, x / y);
    }

    // 0 where x < 0, else x: what is not a number stays
    private readonly struct Relu : IFormula
    {
        public static int Arity => 1;

        public static Vector<T> Compute(Vector<T> x, Vector<T> y, Vector<T> z) =>
            Vector.ConditionalSelect(Vector.LessThan(x, Vector<T>.Zero), Vector<T>.Zero, x);
    }

    // g where y > 0, else 0
    private readonly struct ReluGradient : IFormula
    {
        public static int Arity => 2;

        public static Vector<T> Compute(Vector<T> g, Vector<T> y, Vector<T> z) =>
            Vector.ConditionalSelect(Vector.GreaterThan(y, Vector<T>.Zero), g, Vector<T>.Zero);
    }

    // x, but at least the second and at most the third: what is not a number stays
    private readonly struct Clip : IFormula
    {
        public static int Arity => 3;

        public static Vector<T> Compute(Vector<T> x, Vector<T> least, Vector<T> most)
        {
            var raised = Vector.ConditionalSelect(Vector.LessThan(x, least), least, x);
            return Vector.ConditionalSelect(Vector.GreaterThan(raised, most), most, raised);
        }
    }

    // x · scale + shift, rounded twice
    private readonly struct ScaleShift : IFormula
    {
        public static int Arity => 3;

        public static Vector<T> Compute(Vector<T> x, Vector<T> scale, Vector<T> shift) => (x * scale) + shift;
    }

    // x · factor, and 0 where that is 0
    private readonly struct Keep : IFormula
    {
        public static int Arity => 2;

        public static Vector<T> Compute(Vector<T> x, Vector<T> factor, Vector<T> z) =>
            Vector.ConditionalSelect(Vector.Equals(factor, Vector<T>.Zero), Vector<T>.Zero, x * factor);
    }

    private readonly struct Greater : IFormula
    {
        public static int Arity => 2;

        public static Vector<T> Compute(Vector<T> x, Vector<T> y, Vector<T> z) => Answer(Vector.GreaterThan(x, y));
    }

    private readonly struct GreaterEqual : IFormula
    {
        public static int Arity => 2;

        public static Vector<T> Compute(Vector<T> x, Vector<T> y, Vector<T> z) =>
            Answer(Vector.GreaterThanOrEqual(x, y));
    }

    private readonly struct Less : IFormula
    {
        public static int Arity => 2;

        public static Vector<T> Compute(Vector<T> x, Vector<T> y, Vector<T> z) => Answer(Vector.LessThan(x, y));
    }

    private readonly struct LessEqual : IFormula
    {
        public static int Arity => 2;

        public static Vector<T> Compute(Vector<T> x, Vector<T> y, Vector<T> z) => Answer(Vector.LessThanOrEqual(x, y));
    }

    private readonly struct Equal : IFormula
    {
        public static int Arity => 2;

        public static Vector<T> Compute(Vector<T> x, Vector<T> y, Vector<T> z) => Answer(Vector.Equals(x, y));
    }

    private readonly struct NotEqual : IFormula
    {
        public static int Arity => 2;

        public static Vector<T> Compute(Vector<T> x, Vector<T> y, Vector<T> z) => Answer(~Vector.Equals(x, y));
    }

    // y where x is true, else z
    private readonly struct Select : IFormula
    {
        public static int Arity => 3;

        public static Vector<T> Compute(Vector<T> condition, Vector<T> y, Vector<T> z) =>
            Vector.ConditionalSelect(Vector.Equals(condition, Vector<T>.Zero), z, y);
    }

    private static Vector<T> Answer(Vector<T> mask) => mask & Vector<T>.One;
}
