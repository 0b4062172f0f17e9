namespace Hornet;

/// <summary>Binomial samples by transformed rejection, for ten successes and more (BTRS; Hörmann, 1993).</summary>
internal static class BinomialRejection
{
    private static readonly float[] s_stirling =
    [
        0.0810614667953272f, 0.0413406959554092f, 0.0276779256849983f, 0.02079067210376509f, 0.0166446911898211f,
        0.0138761288230707f, 0.0118967099458917f, 0.0104112652619720f, 0.00925546218271273f, 0.00833056343336287f,
    ];

    /// <summary>
    /// Rounds until every element has accepted once. An element that accepts again takes the new sample, and one that
    /// asks for nothing here takes part as a fair coin thrown 10,000 times: both as in JAX.
    /// </summary>
    internal static void Fill(RandomKey key, ReadOnlySpan<BinomialDraw.Trial> trials, Span<float> destination)
    {
        var setups = new Setup[trials.Length];
        for (var i = 0; i < setups.Length; i++)
        {
            setups[i] = trials[i].UsesRejection ? new(trials[i].Count, trials[i].Probability) : new(10_000, 0.5f);
        }

        var accepted = new bool[trials.Length];
        var missing = trials.Length;
        var draw = new UniformDraw(0, 1, Precision.Single);
        var u = new float[trials.Length];
        var v = new float[trials.Length];
        while (missing > 0)
        {
            (key, var first, var second) = key.SplitInThree();
            Draws.Fill(draw, first, 0, u);
            Draws.Fill(draw, second, 0, v);
            for (var i = 0; i < setups.Length; i++)
            {
                if (!setups[i].Accepts(u[i], v[i], out var sample))
                {
                    continue;
                }

                missing -= accepted[i] ? 0 : 1;
                accepted[i] = true;
                destination[i] = trials[i].UsesRejection ? sample : destination[i];
            }
        }
    }

    private readonly struct Setup
    {
        private readonly float _count;
        private readonly float _a;
        private readonly float _b;
        private readonly float _c;
        private readonly float _alpha;
        private readonly float _odds;
        private readonly float _mode;

        internal Setup(float count, float p)
        {
            var stddev = MathF.Sqrt(count * p * (1 - p));
            _count = count;
            _b = MathF.FusedMultiplyAdd(2.53f, stddev, 1.15f);
            _a = MathF.FusedMultiplyAdd(0.01f, p, MathF.FusedMultiplyAdd(0.0248f, _b, -0.0873f));
            _c = MathF.FusedMultiplyAdd(count, p, 0.5f);
            _alpha = (2.83f + (5.1f / _b)) * stddev;
            _odds = p / (1 - p);
            _mode = MathF.Floor((count + 1) * p);
        }

        internal bool Accepts(float u, float v, out float k)
        {
            u -= 0.5f;
            var us = 0.5f - MathF.Abs(u);
            k = MathF.Floor(MathF.FusedMultiplyAdd((2 * _a / us) + _b, u, _c));
            if (us >= 0.07f && v <= 0.92f - (4.2f / _b))
            {
                return true;
            }

            var bound = XlaLog.Log(v * _alpha / ((_a / (us * us)) + _b));
            return k >= 0 && k <= _count && bound <= LogRatio(k);
        }

        // log of the probability of k over that of the mode, by Stirling's formula
        private float LogRatio(float k) =>
            ((_mode + 0.5f) * XlaLog.Log((_mode + 1) / (_odds * (_count - _mode + 1))))
            + ((_count + 1) * XlaLog.Log((_count - _mode + 1) / (_count - k + 1)))
            + ((k + 0.5f) * XlaLog.Log(_odds * (_count - k + 1) / (k + 1)))
            + Tail(_mode) + Tail(_count - _mode) - Tail(k) - Tail(_count - k);

        // What Stirling's formula leaves of log k!
        private static float Tail(float k)
        {
            if (k <= 9)
            {
                return s_stirling[(int)MathF.Max(k, 0)];
            }

            var square = (k + 1) * (k + 1);
            return ((1f / 12) - (((1f / 360) - (1f / 1260 / square)) / square)) / (k + 1);
        }
    }
}
