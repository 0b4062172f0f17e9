using Hornet.Generators.Models;
using Microsoft.CodeAnalysis;

namespace Hornet.Generators.Reading;

/// <summary>From a class's constructor to the methods that write and read its configuration.</summary>
internal static class ConfigReading
{
    /// <summary>The methods to write; null for one that the class has itself or does not need.</summary>
    public static (GetConfigModel? Get, FromConfigModel? From) Read(
        INamedTypeSymbol type, bool isExported, List<Problem> problems)
    {
        var inherited = Contracts.InheritedGetConfig(type);
        var writes = Contracts.GetConfig(type) is null && (isExported || inherited is not null);
        var reads = isExported && !type.IsAbstract && Contracts.Method(type, "FromConfig", Contracts.Reader) is null;
        if (!writes && !reads)
        {
            return (null, null);
        }

        var constructor = isExported && !type.IsAbstract ? Only(type, problems) : Widest(type);
        var parameters = constructor is null ? [] : constructor.Parameters
            .Where(parameter => Contracts.Attribute(parameter, "NotInConfigAttribute") is null)
            .Select(parameter => new ConfigParameter(type, parameter))
            .ToArray();
        if (isExported && constructor is not null && !type.IsAbstract)
        {
            problems.AddRange(parameters.SelectMany(parameter => parameter.Problems(writes, reads)));
            problems.AddRange(constructor.Parameters
                .Where(parameter => !parameter.HasExplicitDefaultValue && !parameter.IsParams)
                .Except(parameters.Select(parameter => parameter.Symbol), SymbolEqualityComparer.Default)
                .OfType<IParameterSymbol>()
                .Select(parameter => Problem.Of(Rules.NotOptional, parameter, parameter.Name, type.Name)));
        }

        return (
            writes ? Writer(type, inherited, parameters, isExported) : null,
            reads && problems.Count == 0 ? Reader(type, parameters) : null);
    }

    private static GetConfigModel? Writer(
        INamedTypeSymbol type, IMethodSymbol? inherited, ConfigParameter[] parameters, bool isExported)
    {
        var values = parameters.Where(parameter => parameter.IsWrittenHere).ToArray();
        var isExtended = type.GetMembers("ExtendConfig").Any(hook => hook is IMethodSymbol { Parameters.Length: 1 });
        var isEmpty = values.Length == 0 && !isExtended;
        if (inherited is { IsSealed: true } || (isEmpty && (inherited is not null || !isExported)))
        {
            return null;
        }

        var modifiers = inherited is null ? (type.IsSealed ? "public" : "public virtual")
            : $"{Contracts.Modifier(inherited, type)} override";
        return new GetConfigModel(
            modifiers,
            inherited is { IsAbstract: false },
            new(values.Select(parameter => parameter.Value)),
            isExtended);
    }

    private static FromConfigModel Reader(INamedTypeSymbol type, ConfigParameter[] parameters) => new(
        Contracts.Display(type),
        new(parameters.Select(parameter => parameter.Argument)),
        Contracts.HasHook(type, "UpgradeConfig", isStatic: true),
        Contracts.HasHook(type, "RestoreConfig", isStatic: false));

    /// <summary>The constructor of a base: the one that takes most.</summary>
    public static IMethodSymbol? Widest(INamedTypeSymbol type) =>
        Constructors(type).OrderByDescending(constructor => constructor.Parameters.Length).FirstOrDefault();

    // Files make the class by its public constructor, or by its only one.
    private static IMethodSymbol? Only(INamedTypeSymbol type, List<Problem> problems)
    {
        var all = Constructors(type).ToArray();
        var open = all.Where(constructor => constructor.DeclaredAccessibility == Accessibility.Public).ToArray();
        if (open.Length == 1 || (open.Length == 0 && all.Length == 1))
        {
            return open.Length == 1 ? open[0] : all[0];
        }

        problems.Add(Problem.Of(Rules.SeveralConstructors, type, type.Name, $"{open.Length}"));
        return null;
    }

    // Without the one that copies a record.
    private static IEnumerable<IMethodSymbol> Constructors(INamedTypeSymbol type) => type.InstanceConstructors
        .Where(constructor => constructor.DeclaredAccessibility != Accessibility.Private
            && !(type.IsRecord && constructor.Parameters.Length == 1
                && SymbolEqualityComparer.Default.Equals(constructor.Parameters[0].Type, type)));
}
