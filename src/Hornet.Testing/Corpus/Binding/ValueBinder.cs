namespace Hornet.Testing;

/// <summary>Binds values to .NET's own types, and to what converts from these by an operator of its own.</summary>
/// <remarks>The types: scalars, enums, arrays, lists, tuples, dictionaries.</remarks>
public abstract class ValueBinder : IValueBinder
{
    /// <inheritdoc/>
    public BoundValue? TryBind(CorpusValue value, Type type)
    {
        ArgumentNullException.ThrowIfNull(value);
        ArgumentNullException.ThrowIfNull(type);
        if (type.IsAssignableTo(typeof(CorpusValue)))
        {
            return type.IsInstanceOfType(value) ? new BoundValue(value) : null;
        }

        var inner = Nullable.GetUnderlyingType(type);
        return BindOwn(value, type)
            ?? (value is CorpusNull
                ? inner is not null || !type.IsValueType ? new BoundValue(null) : null
                : ScalarBinding.TryBind(value, inner ?? type)
                    ?? SequenceBinding.TryBind(value, inner ?? type, this)
                    ?? ConversionBinding.TryBind(value, inner ?? type, this));
    }

    /// <summary>A value for a type that is not .NET's own, such as a tensor; null where it is no such type.</summary>
    /// <remarks>Asked first, for <c>None</c> too; the items of lists and dictionaries also come here.</remarks>
    protected abstract BoundValue? BindOwn(CorpusValue value, Type type);
}

/// <summary>Knows .NET's own types only.</summary>
public sealed class PlainValueBinder : ValueBinder
{
    /// <inheritdoc/>
    protected override BoundValue? BindOwn(CorpusValue value, Type type) => null;
}
