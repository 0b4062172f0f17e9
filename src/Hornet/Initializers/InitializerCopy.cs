using Hornet.Serialization;

namespace Hornet.Initializers;

/// <summary>Makes initializers anew: what draws without a seed draws other values in each layer.</summary>
internal static class InitializerCopy
{
    /// <summary>An equal initializer; the same one where its class cannot be made from its configuration.</summary>
    public static Initializer Of(Initializer initializer) =>
        KerasRegistry.Index.Find(initializer.GetType()) is null
            ? initializer
            : KerasRegistry.Deserialize<Initializer>(KerasRegistry.SerializeObject(initializer))!;
}
