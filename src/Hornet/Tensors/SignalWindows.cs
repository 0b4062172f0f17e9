using static System.Math;

namespace Hornet;

/// <summary>The windows of scipy.signal that take no parameters, by their formulas there.</summary>
internal static class SignalWindows
{
    // What the cosines of 0, 1, 2, ... turns are multiplied by.
    private static readonly Dictionary<string, double[]> s_cosines = new()
    {
        ["boxcar"] = [1],
        ["hann"] = [0.5, 0.5],
        ["hamming"] = [0.54, 0.46],
        ["blackman"] = [0.42, 0.5, 0.08],
        ["nuttall"] = [0.3635819, 0.4891775, 0.1365995, 0.0106411],
        ["blackmanharris"] = [0.35875, 0.48829, 0.14128, 0.01168],
        ["flattop"] = [0.21557895, 0.41663158, 0.277263158, 0.083578947, 0.006947368],
    };

    // Number n of m, where m is at least 2.
    private static readonly Dictionary<string, Func<int, int, double>> s_formulas = new()
    {
        ["triang"] = (n, m) => 1 - (Abs(FromMiddle(n, m)) / (m % 2 == 0 ? m / 2.0 : (m + 1) / 2.0)),
        ["bartlett"] = (n, m) => 1 - (Abs(FromMiddle(n, m)) / ((m - 1) / 2.0)),
        ["barthann"] = (n, m) =>
        {
            var x = Abs((n / (m - 1.0)) - 0.5);
            return 0.62 - (0.48 * x) + (0.38 * Cos(2 * PI * x));
        },
        ["bohman"] = (n, m) =>
        {
            var x = Abs((2.0 * n / (m - 1)) - 1);
            return n == 0 || n == m - 1 ? 0 : ((1 - x) * Cos(PI * x)) + (Sin(PI * x) / PI);
        },
        ["parzen"] = (n, m) =>
        {
            var x = Abs(FromMiddle(n, m)) / (m / 2.0);
            return Abs(FromMiddle(n, m)) <= (m - 1) / 4.0 ? 1 - (6 * x * x) + (6 * x * x * x) : 2 * Pow(1 - x, 3);
        },
        ["cosine"] = (n, m) => Sin(PI / m * (n + 0.5)),
        ["exponential"] = (n, m) => Exp(-Abs(FromMiddle(n, m))),
        ["lanczos"] = (n, m) =>
        {
            var x = PI * ((2.0 * n / (m - 1)) - 1);
            return x == 0 ? 1 : Sin(x) / x;
        },
        ["tukey"] = (n, m) =>
        {
            var (fromEnd, width) = (Min(n, m - 1 - n), (int)Floor((m - 1) / 4.0));
            return fromEnd > width ? 1 : 0.5 * (1 + Cos(PI * ((4.0 * fromEnd / (m - 1)) - 1)));
        },
        ["taylor"] = TaylorWindow.Value,
    };

    /// <summary>The name, if there is a window of it.</summary>
    /// <exception cref="ArgumentException">There is none.</exception>
    public static string Require(string name) => s_cosines.ContainsKey(name) || s_formulas.ContainsKey(name)
        ? name
        : throw new ArgumentException(
            $"Expected a window out of {string.Join(", ", s_cosines.Keys.Concat(s_formulas.Keys))}, or its numbers. " +
            $"Received: '{name}'.");

    /// <summary>The numbers. A periodic window is one that is longer by one, without its last number.</summary>
    public static double[] Of(string name, int length, bool isPeriodic)
    {
        var whole = isPeriodic ? length + 1 : length;
        return length <= 1 ? [.. Enumerable.Repeat(1.0, length)]
            : s_cosines.TryGetValue(name, out var cosines)
            ? [.. Enumerable.Range(0, length).Select(n => OfCosines(cosines, n, whole))]
            : [.. Enumerable.Range(0, length).Select(n => s_formulas[name](n, whole))];
    }

    // Σ aₖ cos(k (2πn / (m − 1) − π))
    private static double OfCosines(double[] factors, int n, int m)
    {
        var angle = (2 * PI * n / (m - 1)) - PI;
        return factors.Select((factor, k) => factor * Cos(k * angle)).Sum();
    }

    private static double FromMiddle(int n, int m) => n - ((m - 1) / 2.0);

    /// <summary>Four side lobes of equal height, 30 dB below the main one.</summary>
    private static class TaylorWindow
    {
        private const int Lobes = 4;

        private static readonly double[] s_factors = Factors();

        public static double Value(int n, int m) => At(n, m) / At((m - 1) / 2.0, m);

        // 1 + 2 Σ Fₖ cos(2πk (n − m/2 + 1/2) / m)
        private static double At(double n, int m) =>
            1 + (2 * s_factors.Select((factor, i) => factor * Cos(2 * PI * (i + 1) * (n - (m / 2.0) + 0.5) / m)).Sum());

        private static double[] Factors()
        {
            var a = Acosh(Pow(10, 30 / 20.0)) / PI;
            var width = Lobes * Lobes / ((a * a) + ((Lobes - 0.5) * (Lobes - 0.5)));
            return [.. Enumerable.Range(1, Lobes - 1).Select(k =>
            {
                var (above, below) = (k % 2 == 1 ? 1.0 : -1.0, 2.0);
                for (var i = 1; i < Lobes; i++)
                {
                    above *= 1 - (k * k / width / ((a * a) + ((i - 0.5) * (i - 0.5))));
                    below *= i == k ? 1 : 1 - ((double)(k * k) / (i * i));
                }

                return above / below;
            })];
        }
    }
}
