namespace Hornet.Tests;

/// <summary>Public classes are sealed or abstract; the exceptions are the bases that users derive from.</summary>
internal static class ClassRules
{
    /// <summary>Keras's kinds of objects: each is a namespace and a folder.</summary>
    public static readonly string[] Kinds =
        ["Layers", "Losses", "Metrics", "Optimizers", "Initializers", "Regularizers", "Constraints", "Callbacks"];

    private static readonly HashSet<string> s_bases =
    [
        "Layer", "Model", "Loss", "Metric", "Optimizer", "Callback", "Initializer", "Regularizer", "Constraint",
        "LearningRateSchedule",
    ];

    public static IEnumerable<string> NeitherSealedNorAbstract(Type type) =>
        type is { IsClass: true, IsSealed: false, IsAbstract: false } && !s_bases.Contains(NameOf(type))
            ? [$"{type.FullName}: expected sealed or abstract"]
            : [];

    public static IEnumerable<string> WithoutTests(Type type, TestIndex tests)
    {
        var kind = KindOf(type);
        var name = NameOf(type);
        return type is { IsClass: true, IsAbstract: false, IsNested: false }
            && !typeof(Delegate).IsAssignableFrom(type)
            && kind is not null && !tests.HasTests(name, name, kind)
                ? [$"{type.FullName}: expected a class {name}Tests below tests/Hornet.Tests/{kind}"]
                : [];
    }

    // Hornet.Optimizers.Schedules.CosineDecay is among the Optimizers.
    private static string? KindOf(Type type) =>
        type.Namespace?.Split('.') is ["Hornet", var kind, ..] && Kinds.Contains(kind) ? kind : null;

    private static string NameOf(Type type) => type.Name.Split('`')[0];
}
