using System.Diagnostics;
using System.Globalization;
using System.Text;
using Spectre.Console;

namespace Hornet.Utils;

/// <summary>Shows how far a loop is, how long it takes, and values on the way: Keras's progress bar.</summary>
/// <remarks>On a terminal the line is drawn again and again; elsewhere only the finished line is written.</remarks>
/// <example><code>
/// var bar = new Progbar(target: 2);
/// bar.Update(1, new Dictionary&lt;string, double&gt; { ["loss"] = 0.5 });
/// bar.Update(2, new Dictionary&lt;string, double&gt; { ["loss"] = 0.25 });
/// </code></example>
public sealed class Progbar
{
    private readonly OrderedDictionary<string, (double Sum, int Count)> _values = [];
    private readonly HashSet<string>? _statefulMetrics;
    private readonly HashSet<string>? _statelessMetrics;
    private readonly Stopwatch _watch = Stopwatch.StartNew();
    private double? _timeAfterFirstStep;
    private double _lastUpdate = double.NegativeInfinity;
    private int _seenSoFar;
    private int _previousWidth;

    /// <summary>Begins at 0.</summary>
    /// <param name="target">The number of steps; null where it is not known.</param>
    /// <param name="width">The characters of the bar.</param>
    /// <param name="verbose">0 silent, 1 a bar, 2 one line at the end.</param>
    /// <param name="interval">The least seconds between two drawings.</param>
    /// <param name="statefulMetrics">The values that are shown as they are; the others are averaged.</param>
    /// <param name="statelessMetrics">The values that are averaged; the others are shown as they are.</param>
    /// <param name="unitName">What a step is called.</param>
    /// <exception cref="ArgumentException">Both kinds of values are named.</exception>
    public Progbar(
        int? target,
        int width = 20,
        int verbose = 1,
        double interval = 0.05,
        IEnumerable<string>? statefulMetrics = null,
        IEnumerable<string>? statelessMetrics = null,
        string unitName = "step")
    {
        if (statefulMetrics is not null && statelessMetrics is not null)
        {
            throw new ArgumentException(
                "Expected `stateful_metrics` or `stateless_metrics`: the values not named are of the other kind. " +
                "Received: both.");
        }

        (Target, Width, Verbose, Interval, UnitName) = (target, width, verbose, interval, unitName);
        _statelessMetrics = statelessMetrics?.ToHashSet();
        _statefulMetrics = statelessMetrics is null ? [.. statefulMetrics ?? []] : null;
    }

    /// <summary>The number of steps; null where it is not known.</summary>
    public int? Target { get; set; }

    /// <summary>The characters of the bar.</summary>
    public int Width { get; }

    /// <summary>0 silent, 1 a bar, 2 one line at the end.</summary>
    public int Verbose { get; }

    /// <summary>The least seconds between two drawings.</summary>
    public double Interval { get; }

    /// <summary>What a step is called.</summary>
    public string UnitName { get; }

    /// <summary>Where the text goes.</summary>
    internal TextWriter Output { get; init; } = Console.Out;

    /// <summary>Whether the line can be drawn again, with colours.</summary>
    internal bool IsDynamic { get; init; } = !Console.IsOutputRedirected && AnsiConsole.Profile.Capabilities.Ansi;

    /// <summary>The seconds since the start; measured where null.</summary>
    internal Func<double>? Clock { get; init; }

    /// <summary>Shows a step.</summary>
    /// <param name="current">The steps done.</param>
    /// <param name="values">What is shown beside.</param>
    /// <param name="finalize">Whether this is the last; when the target is reached where null.</param>
    public void Update(int current, IEnumerable<KeyValuePair<string, double>>? values = null, bool? finalize = null)
    {
        var isLast = finalize ?? (Target is { } target && current >= target);
        foreach (var (name, value) in values ?? [])
        {
            Take(name, value, current, isLast);
        }

        _seenSoFar = current;
        var now = Clock?.Invoke() ?? _watch.Elapsed.TotalSeconds;
        var perUnit = StepDuration(current, now);
        if (Verbose == 1 && (isLast || (IsDynamic && now - _lastUpdate >= Interval)))
        {
            Draw(current, now, perUnit, isLast);
            _lastUpdate = now;
        }
        else if (Verbose == 2 && isLast && Target > 0)
        {
            Output.Write($"{Count(current)} - {now:F0}s -{PerUnit(perUnit)}{Values()}\n");
        }
    }

    /// <summary>Shows further steps.</summary>
    /// <param name="n">How many.</param>
    /// <param name="values">What is shown beside.</param>
    public void Add(int n, IEnumerable<KeyValuePair<string, double>>? values = null) => Update(_seenSoFar + n, values);

    private void Take(string name, double value, int current, bool isLast)
    {
        var isAveraged = _statelessMetrics?.Contains(name) ?? !_statefulMetrics!.Contains(name);
        var steps = Math.Max(current - _seenSoFar, 1);
        _values[name] = !isAveraged || isLast ? (value, 1)
            : _values.TryGetValue(name, out var sum) ? (sum.Sum + (value * steps), sum.Count + steps)
            : (value * steps, steps);
    }

    private void Draw(int current, double now, double perUnit, bool isLast)
    {
        var bar = Target > 0 ? $"{Paint("1", Count(current))} {Bar(current)}" : $"{current,7}/Unknown";
        var time = Target > 0 && !isLast ? Remaining(perUnit * (Target.Value - current)) : $"{now:F0}s";
        var line = $"{bar} {Paint("1", time)}{PerUnit(perUnit)}{Values()}";
        var width = Plain(line).Length;
        var text = new StringBuilder();
        if (IsDynamic)
        {
            text.Append('\b', _previousWidth).Append('\r');
        }

        text.Append(line);
        text.Append(' ', IsDynamic ? Math.Max(_previousWidth - width, 0) : 0);
        text.Append(isLast ? "\n" : string.Empty);
        Output.Write(text);
        Output.Flush();
        _previousWidth = width;
    }

    private string Bar(int current)
    {
        var done = (int)(Width * ((double)current / Target!.Value));
        var filled = done > 0 ? Paint("32", new string('━', done)) : string.Empty;
        return filled + Paint("37", new string('━', Math.Max(Width - done, 0)));
    }

    private string Paint(string code, string text) => IsDynamic ? $"\e[{code}m{text}\e[0m" : text;

    private static string Plain(string text)
    {
        var plain = new StringBuilder();
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '\e')
            {
                i = text.IndexOf('m', i);
                continue;
            }

            plain.Append(text[i]);
        }

        return plain.ToString();
    }

    private string Count(int current)
    {
        var digits = $"{Target}".Length;
        return $"{current.ToString(CultureInfo.InvariantCulture).PadLeft(digits)}/{Target}";
    }

    private string Values() => string.Concat(_values.Select(value => $" - {value.Key}:{Number(value.Value)}"));

    private string Number((double Sum, int Count) value)
    {
        var mean = value.Sum / Math.Max(1, value.Count);
        if (!double.IsFinite(mean))
        {
            return double.IsNaN(mean) ? " nan" : mean > 0 ? " inf" : " -inf";
        }

        var isPlain = Verbose == 2 ? mean > 1e-3 : Math.Abs(mean) > 1e-3;
        return isPlain
            ? string.Create(CultureInfo.InvariantCulture, $" {mean:F4}")
            : $" {mean.ToString("0.0000e+00", CultureInfo.InvariantCulture)}";
    }

    private static string Remaining(double seconds)
    {
        var whole = (int)seconds;
        return seconds > 3600 ? $"{whole / 3600}:{whole % 3600 / 60:00}:{whole % 60:00}"
            : seconds > 60 ? $"{whole / 60}:{whole % 60:00}"
            : $"{whole}s";
    }

    private string PerUnit(double seconds)
    {
        var time = seconds is >= 1 or 0 ? $"{seconds:F0}s" : seconds >= 1e-3
            ? $"{seconds * 1e3:F0}ms" : $"{seconds * 1e6:F0}us";
        return $" {time}/{UnitName}";
    }

    // The first step compiles and takes longer: once there are others it does not count.
    private double StepDuration(int current, double now)
    {
        if (current == 0)
        {
            return 0;
        }

        var perUnit = _timeAfterFirstStep is { } first && current > 1 ? (now - first) / (current - 1) : now / current;
        _timeAfterFirstStep = current == 1 ? now : _timeAfterFirstStep;
        return perUnit;
    }
}
