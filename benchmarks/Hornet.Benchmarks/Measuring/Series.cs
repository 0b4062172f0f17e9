using System.Diagnostics;

namespace Benchmarks;

/// <summary>The time of a step, measured again in every round.</summary>
internal sealed class Series(IContender contender)
{
    private static readonly TimeSpan s_warmUp = TimeSpan.FromMilliseconds(1500);
    private static readonly TimeSpan s_round = TimeSpan.FromMilliseconds(40);

    private readonly List<double> _milliseconds = [];
    private int _steps = 1;

    public double Median => _milliseconds.Order().ElementAt(_milliseconds.Count / 2);

    public double Min => _milliseconds.Min();

    public double Max => _milliseconds.Max();

    /// <summary>About how long a round takes; known after the warm-up.</summary>
    public TimeSpan RoundTime { get; private set; }

    /// <summary>Lets the compiler and the caches settle, and finds how many steps fill a round.</summary>
    public void WarmUp()
    {
        contender.Step(); // the first one compiles
        var clock = Stopwatch.StartNew();
        var count = 0;
        for (; count == 0 || clock.Elapsed < s_warmUp; count++)
        {
            contender.Step();
        }

        _steps = Math.Max(1, (int)(count * (s_round / clock.Elapsed)));
        RoundTime = clock.Elapsed / count * _steps;
    }

    public void Round()
    {
        var (start, uncounted) = (Stopwatch.GetTimestamp(), contender.Uncounted);
        for (var i = 0; i < _steps; i++)
        {
            contender.Step();
        }

        var elapsed = Stopwatch.GetElapsedTime(start) - (contender.Uncounted - uncounted);
        _milliseconds.Add(elapsed.TotalMilliseconds / _steps);
    }
}
