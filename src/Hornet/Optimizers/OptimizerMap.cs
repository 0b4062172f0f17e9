using System.Text.RegularExpressions;
using Hornet.Serialization;

namespace Hornet.Optimizers;

/// <summary>Which optimizer changes which variables, by their paths.</summary>
/// <example><code>
/// var map = new OptimizerMap(new SGD(), new Dictionary&lt;string, Optimizer&gt; { ["encoder/.*"] = new Adam() });
/// </code></example>
[KerasExport("keras.optimizers")]
public sealed partial class OptimizerMap
{
    private readonly Dictionary<string, Optimizer> _optimizers;

    /// <summary>Makes the map.</summary>
    /// <param name="defaultOptimizer">Changes the variables that no key matches.</param>
    /// <param name="optimizerMap">Optimizers by paths, or by regular expressions that match a whole path.</param>
    /// <exception cref="ArgumentException">An optimizer is one that wraps others.</exception>
    public OptimizerMap(Optimizer defaultOptimizer, IReadOnlyDictionary<string, Optimizer>? optimizerMap = null)
    {
        ArgumentNullException.ThrowIfNull(defaultOptimizer);
        DefaultOptimizer = Plain(defaultOptimizer);
        _optimizers = (optimizerMap ?? new Dictionary<string, Optimizer>())
            .ToDictionary(pair => pair.Key, pair => Plain(pair.Value));
    }

    /// <summary>Changes the variables that no key matches.</summary>
    public Optimizer DefaultOptimizer { get; }

    /// <summary>The optimizers by paths, or by regular expressions that match a whole path.</summary>
    [ConfigKey("optimizer_map")]
    public IReadOnlyDictionary<string, Optimizer> Optimizers => _optimizers;

    /// <summary>The optimizer of a path: that of the path itself, else of the expression that matches it.</summary>
    /// <param name="path">The path of a variable.</param>
    /// <exception cref="ArgumentException">Several expressions match.</exception>
    public Optimizer this[string path]
    {
        get
        {
            if (_optimizers.TryGetValue(path, out var exact))
            {
                return exact;
            }

            var matching = _optimizers.Keys.Where(pattern => IsMatch(pattern, path)).ToArray();
            return matching switch
            {
                [] => DefaultOptimizer,
                [var only] => _optimizers[only],
                _ => throw new ArgumentException(
                    $"Expected one optimizer for the variable '{path}'. Received several, by the keys "
                    + $"{string.Join(", ", matching)}.", nameof(path)),
            };
        }
    }

    private static bool IsMatch(string pattern, string path) =>
        Regex.IsMatch(path, $"^(?:{pattern})$", RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1));

    private static Optimizer Plain(Optimizer optimizer) => optimizer is not (LossScaleOptimizer or MultiOptimizer)
        ? optimizer
        : throw new ArgumentException(
            $"Expected an optimizer that makes steps of its own. Received: {optimizer.GetType().Name}.",
            nameof(optimizer));
}
