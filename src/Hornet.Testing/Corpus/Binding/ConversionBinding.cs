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
                && (best is null || bound.Cost + Converted < best.Value.Cost))
            {
                best = new BoundValue(SequenceBinding.Call(conversion, null, [bound.Value]), bound.Cost + Converted);
            }
        }

        return best;
    }

    // Two types that convert into each other would never end: hence the look back above.
    private static IEnumerable<(MethodInfo Conversion, Type Source)> Conversions(Type type) =>
        type.GetMethods(BindingFlags.Public | BindingFlags.Static)
            .Where(method => method.Name == "op_Implicit" && method.ReturnType == type)
            .Select(method => (method, method.GetParameters()[0].ParameterType));
}
