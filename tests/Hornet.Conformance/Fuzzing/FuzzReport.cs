using System.Globalization;

namespace Hornet.Conformance;

/// <summary>What became of changed files, as their workers say it line by line.</summary>
internal sealed class FuzzReport
{
    public const string Begin = "begin";
    public const string Loaded = "loaded";
    public const string Refused = "refused";
    public const string Failed = "failed";

    private readonly List<string> _failures = [];

    /// <summary>How many loaded all the same.</summary>
    public int LoadedCount { get; private set; }

    /// <summary>How many were refused.</summary>
    public int RefusedCount { get; private set; }

    /// <summary>What went wrong, and how to see it again.</summary>
    public IReadOnlyList<string> Failures => _failures;

    /// <summary>Takes a line that ends a file.</summary>
    public void Add(int seed, string line)
    {
        lock (_failures)
        {
            if (line.StartsWith(Loaded, StringComparison.Ordinal))
            {
                LoadedCount++;
            }
            else if (line.StartsWith(Refused, StringComparison.Ordinal))
            {
                RefusedCount++;
            }
            else
            {
                _failures.Add(string.Create(
                    CultureInfo.InvariantCulture, $"./build.sh fuzz 1 {seed} shows it again. {line}"));
            }
        }
    }
}
