using Hornet.Callbacks;
using Hornet.Testing;

namespace Hornet.Conformance;

/// <summary>Makes the callbacks of cases.</summary>
internal static class TrainingCallbacks
{
    private static readonly string[] s_state = ["stopped_epoch", "best_epoch", "best", "wait"];

    public static Callback Make(string className, CorpusMap kwargs)
    {
        var type = typeof(Callback).Assembly.GetTypes().FirstOrDefault(type => type.Name == className
            && type is { IsPublic: true, IsAbstract: false } && type.IsAssignableTo(typeof(Callback)))
            ?? throw new NotYetException($"keras.callbacks.{className}");
        if (kwargs.Find("table") is not CorpusSequence table)
        {
            return (Callback)new CallBinder(new HornetBinder()).Bind(type.GetConstructors(), [], kwargs).Invoke()!;
        }

        // A table stands for the function from the epoch to the rate.
        var rates = table.Items.Select(TrainingValues.Number).ToArray();
        return new LearningRateScheduler((epoch, _) => rates[Math.Min(epoch, rates.Length - 1)]);
    }

    /// <summary>What a callback remembers, by Keras's names; what it does not have is left out.</summary>
    public static Dictionary<string, double> State(Callback callback, params string[] names)
    {
        var state = new Dictionary<string, double>();
        foreach (var name in names.Length > 0 ? names : s_state)
        {
            var property = callback.GetType().GetProperties()
                .FirstOrDefault(property => KerasNames.Match(name, property.Name));
            if (property?.GetValue(callback) is IConvertible value)
            {
                state[name] = Convert.ToDouble(value, System.Globalization.CultureInfo.InvariantCulture);
            }
        }

        return state;
    }
}
