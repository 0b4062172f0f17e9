using System.Reflection;

namespace Hornet.Tests;

/// <summary>Writes what a declaration asks of its generic parameters.</summary>
internal static class ApiConstraints
{
    public static string Of(IEnumerable<Type> parameters) => string.Concat(
        from parameter in parameters
        let asked = Constraints(parameter).ToArray()
        where asked.Length > 0
        select $" where {parameter.Name} : {string.Join(", ", asked)}");

    private static IEnumerable<string> Constraints(Type parameter)
    {
        var flags = parameter.GenericParameterAttributes;
        var isUnmanaged = parameter.CustomAttributes.Any(data => data.AttributeType.Name is "IsUnmanagedAttribute");
        var isStruct = flags.HasFlag(GenericParameterAttributes.NotNullableValueTypeConstraint);
        if (isUnmanaged || isStruct)
        {
            yield return isUnmanaged ? "unmanaged" : "struct";
        }
        else if (flags.HasFlag(GenericParameterAttributes.ReferenceTypeConstraint))
        {
            yield return "class";
        }

        foreach (var type in parameter.GetGenericParameterConstraints().Where(type => type != typeof(ValueType)))
        {
            yield return ApiTypeNames.Of(type);
        }

        if (!isStruct && flags.HasFlag(GenericParameterAttributes.DefaultConstructorConstraint))
        {
            yield return "new()";
        }

        if (flags.HasFlag(GenericParameterAttributes.AllowByRefLike))
        {
            yield return "allows ref struct";
        }
    }
}
