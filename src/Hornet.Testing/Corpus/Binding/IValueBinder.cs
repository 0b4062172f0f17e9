namespace Hornet.Testing;

/// <summary>An argument made from a value of a reference case.</summary>
/// <param name="Value">The argument.</param>
/// <param name="Cost">How far it is from what Python was given: 0 where it is the same thing in .NET's words.</param>
public readonly record struct BoundValue(object? Value, int Cost = 0);

/// <summary>Turns values of reference cases into arguments of .NET methods.</summary>
public interface IValueBinder
{
    /// <summary>The value as an argument of a type, or null where that type cannot hold it.</summary>
    BoundValue? TryBind(CorpusValue value, Type type);
}
