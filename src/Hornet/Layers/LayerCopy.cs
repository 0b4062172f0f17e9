using Hornet.Serialization;

namespace Hornet.Layers;

/// <summary>Asks an equal layer in place of one that is not built, which is to stay so.</summary>
internal static class LayerCopy
{
    /// <summary>Asks the layer itself where it is built, or cannot be made from its configuration.</summary>
    public static T Ask<T>(Layer layer, Func<Layer, T> question)
    {
        if (layer.Built || KerasRegistry.Index.Find(layer.GetType()) is null)
        {
            return question(layer);
        }

        var session = Session.Current;
        try
        {
            // The copy takes no automatic name and draws no number of the caller's session.
            Session.Current = session.Next();
            Session.Current.Random = new RandomSource();
            return question(KerasRegistry.Deserialize<Layer>(KerasRegistry.SerializeObject(layer))!);
        }
        finally
        {
            Session.Current = session;
        }
    }
}
