using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using Hornet.Native;

namespace Hornet;

/// <summary>A matrix in panels of columns as wide as a few registers: for small products on one thread.</summary>
/// <remarks>A BLAS would lay it out anew in each call, and wake threads.</remarks>
/// <param name="start">Where it lies.</param>
/// <param name="rows">How many rows it has.</param>
/// <param name="columns">How many columns it has.</param>
internal readonly struct PackedMatrix<T>(Address start, int rows, int columns)
    where T : unmanaged
{
    private static int Lane => Vector512<T>.Count;

    private static int Panel => 4 * Vector512<T>.Count;

    /// <summary>How many columns a row of a product has, those included that only fill the last register.</summary>
    public static int Padded(int columns) => (columns + Lane - 1) / Lane * Lane;

    /// <summary>How many elements it takes.</summary>
    public static long Size(int rows, int columns) => (long)rows * Padded(columns);

    /// <summary>Lays out a matrix of which each element is so many elements behind the one before.</summary>
    public static PackedMatrix<T> Of(Address from, int rows, int columns, int rowStep, int columnStep, Address to)
    {
        var target = to.Span<T>(checked((int)Size(rows, columns)));
        var next = 0;
        for (var first = 0; first < columns;)
        {
            var width = Padded(columns) - first >= Panel ? Panel : Lane;
            for (var row = 0; row < rows; row++)
            {
                for (var column = first; column < first + width; column++)
                {
                    target[next++] = column < columns
                        ? from.Skip<T>(((long)row * rowStep) + ((long)column * columnStep)).First<T>()
                        : default;
                }
            }

            first += width;
        }

        return new(to, rows, columns);
    }

    /// <summary>result = x · this, or more by that; of x and the result, rows are so many elements apart.</summary>
    public void Multiply(int count, Address x, long stepX, Address result, long stepResult, bool adds = false)
    {
        var panel = start;
        for (var first = 0; first < columns;)
        {
            var isWide = Padded(columns) - first >= Panel;
            var target = result.Skip<T>(first);
            for (var row = 0; row < count;)
            {
                var (from, to) = (x.Skip<T>(row * stepX), target.Skip<T>(row * stepResult));
                var isTall = isWide && count - row >= 4;
                if (isTall)
                {
                    FourRows(ref from.First<T>(), (nint)stepX, panel, to, stepResult, adds);
                }
                else if (isWide)
                {
                    OneRow(ref from.First<T>(), panel, to, adds);
                }
                else
                {
                    OneLane(ref from.First<T>(), panel, to, adds);
                }

                row += isTall ? 4 : 1;
            }

            var width = isWide ? Panel : Lane;
            panel = panel.Skip<T>((long)rows * width);
            first += width;
        }
    }

    private void FourRows(ref T x, nint step, Address panel, Address result, long stepResult, bool adds)
    {
        ref var y = ref panel.First<T>();
        var (to1, to2) = (result.Skip<T>(stepResult), result.Skip<T>(2 * stepResult));
        var to3 = result.Skip<T>(3 * stepResult);
        var (a, b) = (Quad.Begin(result, adds), Quad.Begin(to1, adds));
        var (c, d) = (Quad.Begin(to2, adds), Quad.Begin(to3, adds));
        for (nint k = 0; k < rows; k++)
        {
            var at = new Quad(ref y);
            a = a.Plus(Unsafe.Add(ref x, k), at);
            b = b.Plus(Unsafe.Add(ref x, k + step), at);
            c = c.Plus(Unsafe.Add(ref x, k + (2 * step)), at);
            d = d.Plus(Unsafe.Add(ref x, k + (3 * step)), at);
            y = ref Unsafe.Add(ref y, Panel);
        }

        a.CopyTo(result);
        b.CopyTo(to1);
        c.CopyTo(to2);
        d.CopyTo(to3);
    }

    private void OneRow(ref T x, Address panel, Address result, bool adds)
    {
        ref var y = ref panel.First<T>();
        var sum = Quad.Begin(result, adds);
        for (nint k = 0; k < rows; k++)
        {
            sum = sum.Plus(Unsafe.Add(ref x, k), new Quad(ref y));
            y = ref Unsafe.Add(ref y, Panel);
        }

        sum.CopyTo(result);
    }

    private void OneLane(ref T x, Address panel, Address result, bool adds)
    {
        ref var y = ref panel.First<T>();
        var sum = adds ? Vector512.LoadUnsafe(ref result.First<T>()) : default;
        for (nint k = 0; k < rows; k++)
        {
            sum = Lanes<T>.MultiplyAdd(Vector512.Create(Unsafe.Add(ref x, k)), Vector512.LoadUnsafe(ref y), sum);
            y = ref Unsafe.Add(ref y, Lane);
        }

        sum.StoreUnsafe(ref result.First<T>());
    }

    private readonly struct Quad
    {
        private readonly Vector512<T> _a;
        private readonly Vector512<T> _b;
        private readonly Vector512<T> _c;
        private readonly Vector512<T> _d;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public Quad(ref T from)
        {
            _a = Vector512.LoadUnsafe(ref from);
            _b = Vector512.LoadUnsafe(ref from, (nuint)Lane);
            _c = Vector512.LoadUnsafe(ref from, (nuint)(2 * Lane));
            _d = Vector512.LoadUnsafe(ref from, (nuint)(3 * Lane));
        }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        private Quad(Vector512<T> a, Vector512<T> b, Vector512<T> c, Vector512<T> d) =>
            (_a, _b, _c, _d) = (a, b, c, d);

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static Quad Begin(Address at, bool adds) => adds ? new(ref at.First<T>()) : default;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public Quad Plus(T x, in Quad y)
        {
            var factor = Vector512.Create(x);
            return new(
                Lanes<T>.MultiplyAdd(factor, y._a, _a), Lanes<T>.MultiplyAdd(factor, y._b, _b),
                Lanes<T>.MultiplyAdd(factor, y._c, _c), Lanes<T>.MultiplyAdd(factor, y._d, _d));
        }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public void CopyTo(Address to)
        {
            ref var first = ref to.First<T>();
            _a.StoreUnsafe(ref first);
            _b.StoreUnsafe(ref first, (nuint)Lane);
            _c.StoreUnsafe(ref first, (nuint)(2 * Lane));
            _d.StoreUnsafe(ref first, (nuint)(3 * Lane));
        }
    }
}
