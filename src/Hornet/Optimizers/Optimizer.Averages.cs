namespace Hornet.Optimizers;

/// <content>The moving averages of the variables, for callbacks.</content>
public abstract partial class Optimizer
{
    /// <summary>Puts the averages in the place of the variables, and these in theirs.</summary>
    internal void SwapAverages()
    {
        for (var i = 0; i < _averages.Length; i++)
        {
            var (variable, average) = (_trainableVariables[i], _averages[i]);
            var value = variable.Raw;
            variable.Assign(average.Raw);
            average.Assign(value);
        }
    }

    /// <summary>Takes the variables as they are for their averages.</summary>
    internal void TakeAverages()
    {
        for (var i = 0; i < _averages.Length; i++)
        {
            _averages[i].Assign(_trainableVariables[i].Raw);
        }
    }
}
