using Hornet.Generators.Models;
using Hornet.Serialization;
using Microsoft.CodeAnalysis;

namespace Hornet.Generators.Reading;

/// <summary>A constructor parameter that is part of the configuration, and the property that holds it.</summary>
internal sealed class ConfigParameter
{
    private readonly INamedTypeSymbol _type;
    private readonly string _key;
    private readonly IPropertySymbol? _property;

    public ConfigParameter(INamedTypeSymbol type, IParameterSymbol symbol)
    {
        (_type, Symbol) = (type, symbol);
        _key = Key(symbol) ?? KerasCase.OfMember(symbol.Name);
        _property = Contracts.SelfAndBases(type)
            .SelectMany(t => t.GetMembers().OfType<IPropertySymbol>())
            .FirstOrDefault(IsProperty);
    }

    public IParameterSymbol Symbol { get; }

    /// <summary>Whether this class writes it, not a base class.</summary>
    public bool IsWrittenHere => _property is not null && ReadExpression.Of(_property.Type) is not null
        && (Contracts.Attribute(_property, "NotInConfigAttribute") is not null
            || !IsWrittenBy(_property.ContainingType));

    /// <summary>The key, and the expression for the value to write.</summary>
    public NamedText Value => new(_key, $"this.{Writing.Code.Name(_property!.Name)}");

    /// <summary>The parameter, and the expression that reads its argument.</summary>
    public NamedText Argument => new(Writing.Code.Name(Symbol.Name), Read());

    public IEnumerable<Problem> Problems(bool writes, bool reads)
    {
        if (writes && _property is null)
        {
            var name = char.ToUpperInvariant(Symbol.Name[0]) + Symbol.Name.Substring(1);
            yield return Problem.Of(Rules.NoProperty, Symbol, Symbol.Name, _type.Name, name);
        }

        var unfit = reads && ReadExpression.Of(Symbol.Type) is null ? Symbol.Type
            : writes && _property is not null && ReadExpression.Of(_property.Type) is null ? _property.Type
            : null;
        if (unfit is not null)
        {
            yield return Problem.Of(Rules.NotReadable, Symbol, Symbol.Name, _type.Name, unfit.ToDisplayString());
        }
    }

    // Where nullable annotations are off, a default of null says that null is taken.
    private ITypeSymbol Type => Symbol.HasExplicitDefaultValue
        && Symbol.Type is { IsReferenceType: true, NullableAnnotation: NullableAnnotation.None }
            ? Symbol.Type.WithNullableAnnotation(NullableAnnotation.Annotated)
            : Symbol.Type;

    private static string? Key(ISymbol symbol) =>
        Contracts.Attribute(symbol, "ConfigKeyAttribute")?.ConstructorArguments[0].Value as string;

    // A base writes what it declares, in a method of its own or a generated one.
    private bool IsWrittenBy(INamedTypeSymbol owner) => !SymbolEqualityComparer.Default.Equals(owner, _type)
        && (Contracts.GetConfig(owner) is not null
            || (Contracts.IsPartial(owner.OriginalDefinition) && ConfigReading.Widest(owner)?.Parameters
                .Any(parameter => (Key(parameter) ?? KerasCase.OfMember(parameter.Name)) == _key) == true));

    private bool IsProperty(IPropertySymbol property) =>
        property is { IsStatic: false, IsIndexer: false, GetMethod: not null }
        && (property.DeclaredAccessibility != Accessibility.Private
            || SymbolEqualityComparer.Default.Equals(property.ContainingType, _type))
        && (string.Equals(property.Name, Symbol.Name, StringComparison.OrdinalIgnoreCase) || Key(property) == _key);

    // A missing key means the parameter's own default; null is refused unless the parameter takes it.
    private string Read()
    {
        var code = ReadExpression.Of(Type)!;
        if (Symbol.HasExplicitDefaultValue && Symbol.ExplicitDefaultValue is null
            && code.Expression.StartsWith("item.ReadOrNull<", StringComparison.Ordinal))
        {
            return $"config.{code.Expression.Substring("item.".Length).Replace("()", $"(\"{_key}\")")}";
        }

        var first = Symbol.HasExplicitDefaultValue ? $"\"{_key}\", {DefaultValue.Of(Symbol)}" : $"\"{_key}\"";
        return code.Expression == $"item.Read<{code.Type}>()"
            ? $"config.Read<{code.Type}>({first})"
            : $"config.Read<{code.Type}>({first}, static item => {code.Expression})";
    }
}
