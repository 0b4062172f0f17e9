using Microsoft.CodeAnalysis;

namespace Hornet.Generators;

/// <summary>The errors that the generator reports.</summary>
internal static class Rules
{
    public static readonly DiagnosticDescriptor NotPartial = Error(
        "HORNET001",
        "A class with generated members must be partial",
        "'{0}' must be partial, since {1}. Expected: 'partial class {0}', in partial classes, none local to its file.");

    public static readonly DiagnosticDescriptor NoProperty = Error(
        "HORNET002",
        "A constructor parameter needs a property of its name",
        "The parameter '{0}' of '{1}' has no property. Expected: a property '{2}' that holds it, since the constructor "
            + "is the configuration. Otherwise mark the parameter [NotInConfig].");

    public static readonly DiagnosticDescriptor SeveralConstructors = Error(
        "HORNET003",
        "A class that files can name needs one public constructor",
        "'{0}' is made from its configuration by its one public constructor. Received: {1} public constructors.");

    public static readonly DiagnosticDescriptor NotReachable = Error(
        "HORNET004",
        "A class that files can name must be reachable",
        "'{0}' cannot be registered, since it is {1}. Expected: a public or internal class that is not generic.");

    public static readonly DiagnosticDescriptor NotReadable = Error(
        "HORNET005",
        "A constructor parameter has a type that configurations cannot hold",
        "The parameter '{0}' of '{1}' is of type '{2}', which configurations cannot hold. Expected: a number, bool, "
            + "string, enum, Keras object, IConfigValue<T>, or a list, tuple or string dictionary of these. Otherwise "
            + "mark the parameter [NotInConfig].");

    public static readonly DiagnosticDescriptor NotOptional = Error(
        "HORNET006",
        "A constructor parameter outside of configurations must be optional",
        "The parameter '{0}' of '{1}' is marked [NotInConfig]. Expected: a default value, since no configuration gives "
            + "it one.");

    public static readonly DiagnosticDescriptor Captured = Error(
        "HORNET007",
        "A captured constructor parameter is not tracked",
        "'{0}' uses its constructor parameter '{1}' in its members, where it is neither listed nor saved. Expected: a "
            + "property or field that holds it.");

    public static readonly DiagnosticDescriptor[] All =
        [NotPartial, NoProperty, SeveralConstructors, NotReachable, NotReadable, NotOptional, Captured];

    private static DiagnosticDescriptor Error(string id, string title, string message) =>
        new(id, title, message, "Hornet", DiagnosticSeverity.Error, isEnabledByDefault: true);
}
