using Hornet.Layers;
using Hornet.Optimizers;
using Hornet.Serialization;

namespace Hornet.Saving;

/// <summary>What files keep the variables of: a layer or an optimizer.</summary>
/// <param name="Value">The layer or optimizer.</param>
internal sealed record SavedObject(ITrackable Value)
{
    /// <summary>What the file calls it.</summary>
    public string Name => Value is Layer layer ? layer.Name : ((Optimizer)Value).Name;

    /// <summary>What it is in errors: a class and a name.</summary>
    public string Title => $"{ClassName} '{Name}'";

    /// <summary>Its class, as Keras calls it.</summary>
    public string ClassName => Value is Layer layer ? layer.ClassName : Value.GetType().Name;

    /// <summary>Its own values, those of what it owns left out.</summary>
    public OrderedDictionary<string, Tensor> Values()
    {
        var values = new OrderedDictionary<string, Tensor>();
        if (Value is Layer layer)
        {
            layer.SaveOwnVariables(values);
        }
        else
        {
            ((Optimizer)Value).SaveOwnVariables(values);
        }

        return values;
    }

    /// <summary>Takes what <see cref="Values"/> gave.</summary>
    public void Take(IReadOnlyDictionary<string, Tensor> values)
    {
        if (Value is Layer layer)
        {
            layer.LoadOwnVariables(values);
        }
        else
        {
            ((Optimizer)Value).LoadOwnVariables(values);
        }
    }
}
