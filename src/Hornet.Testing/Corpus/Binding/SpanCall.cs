using System.Reflection;
using System.Reflection.Emit;

namespace Hornet.Testing;

/// <summary>Calls static methods that take spans, which reflection cannot: an array is given for each.</summary>
internal static class SpanCall
{
    /// <summary>The type of the elements, where a type is a span to read.</summary>
    public static Type? ElementOf(Type type) =>
        type.IsGenericType && type.GetGenericTypeDefinition() == typeof(ReadOnlySpan<>)
            ? type.GetGenericArguments()[0]
            : null;

    public static bool Takes(MethodBase method) =>
        method is MethodInfo { IsStatic: true } function && function.ReturnType != typeof(void)
        && method.GetParameters().Any(parameter => ElementOf(parameter.ParameterType) is not null);

    public static object? Invoke(MethodInfo method, object?[] arguments)
    {
        var caller = new DynamicMethod("Call", typeof(object), [typeof(object[])], typeof(SpanCall).Module, true);
        var code = caller.GetILGenerator();
        foreach (var parameter in method.GetParameters())
        {
            code.Emit(OpCodes.Ldarg_0);
            code.Emit(OpCodes.Ldc_I4, parameter.Position);
            code.Emit(OpCodes.Ldelem_Ref);
            var type = parameter.ParameterType;
            if (ElementOf(type) is { } element)
            {
                code.Emit(OpCodes.Castclass, element.MakeArrayType());
                code.Emit(OpCodes.Call, type.GetMethod("op_Implicit", [element.MakeArrayType()])!);
            }
            else
            {
                code.Emit(OpCodes.Unbox_Any, type);
            }
        }

        code.Emit(OpCodes.Call, method);
        code.Emit(OpCodes.Box, method.ReturnType);
        code.Emit(OpCodes.Ret);
        return caller.CreateDelegate<Func<object?[], object?>>()(arguments);
    }
}
