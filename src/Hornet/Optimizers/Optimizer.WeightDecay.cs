using System.Text.RegularExpressions;

namespace Hornet.Optimizers;

/// <content>Weight decay.</content>
public abstract partial class Optimizer
{
    private readonly HashSet<Variable> _notDecayed = [];
    private Regex? _notDecayedNames;

    /// <summary>Keeps variables out of weight decay. To be called before the optimizer is built.</summary>
    /// <param name="varList">The variables.</param>
    /// <param name="varNames">Regular expressions: a variable in whose name one is found is kept out.</param>
    /// <exception cref="InvalidOperationException">The optimizer has been built.</exception>
    public void ExcludeFromWeightDecay(
        IEnumerable<Variable>? varList = null, IReadOnlyCollection<string>? varNames = null)
    {
        if (Built)
        {
            throw new InvalidOperationException(
                $"Optimizer '{Name}' has been built: call ExcludeFromWeightDecay before Build or the first Apply.");
        }

        _notDecayed.Clear();
        _notDecayed.UnionWith(varList ?? []);
        _notDecayedNames = varNames is { Count: > 0 }
            ? new Regex(string.Join('|', varNames.Distinct()), RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1))
            : null;
    }

    /// <summary>How strongly a variable decays; null where it does not.</summary>
    private protected virtual double? WeightDecayOf(Variable variable) => WeightDecay;

    /// <summary>Decays the variables before their step, unless that does it.</summary>
    private protected virtual void DecayWeights(Variable[] variables, Tensor rate)
    {
        foreach (var variable in variables)
        {
            if (DecayOf(variable, rate) is { } decay)
            {
                variable.AssignSub(variable.Value * decay); // w ← w − w · (rate · decay)
            }
        }
    }

    /// <summary>How much of a variable goes with a step: a scalar; null where it does not decay.</summary>
    private protected Tensor? DecayOf(Variable variable, Tensor rate) =>
        WeightDecayOf(variable) is { } decay && IsDecayed(variable) ? Ops.Cast(rate, variable.DType) * decay : null;

    private bool IsDecayed(Variable variable) =>
        !_notDecayed.Contains(variable) && _notDecayedNames?.IsMatch(variable.Name) != true;
}
