using System.Reflection;

namespace Hornet.Testing;

/// <summary>Types that convert from one that a value binds to, by an implicit operator of their own.</summary>
internal static class ConversionBinding
{
    private const int Converted = 2;

    public static BoundValue? TryBind(CorpusValue value, Type type, IValueBinder binder)
    {
        BoundValue? best = null;
        foreach (var (conversion, source) in Conversions(type))
        {
            if (!source.IsByRefLike && !Conversions(source).Any(back => back.Source == type)
                && binder.TryBind(value, source) is { } bound
                && (best is null || bound.Cost + Converted < best.Value.Cost)
                && Convert(conversion, bound.Value) is { } converted)
            {
                best = new BoundValue(converted, bound.Cost + Converted);
            }
        }

        return best;
    }

    // A conversion may refuse a value that another one takes.
    private static object? Convert(MethodInfo conversion, object? value)
    {
        try
        {
            return SequenceBinding.Call(conversion, null, [value]);
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    // Two types that convert into each other would never end: hence the look back above.
    private static IEnumerable<(MethodInfo Conversion, Type Source)> Conversions(Type type) =>
        type.GetMethods(BindingFlags.Public | BindingFlags.Static)
            .Where(method => method.Name == "op_Implicit" && method.ReturnType == type)
            .Select(method => (method, method.GetParameters()[0].ParameterType))
            .OrderBy(pair => pair.ParameterType == typeof(float)); // Python's floats have 64 bits
}
