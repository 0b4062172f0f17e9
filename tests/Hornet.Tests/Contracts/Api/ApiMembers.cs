using System.Reflection;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis.CSharp;

namespace Hornet.Tests;

/// <summary>Writes a member's declaration on one line of C#.</summary>
internal static class ApiMembers
{
    public static string Write(MemberInfo member) => member switch
    {
        ConstructorInfo constructor => Write(constructor),
        MethodInfo method => Write(method),
        PropertyInfo property => Write(property),
        FieldInfo field => Write(field),
        EventInfo @event => Write(@event),
        _ => throw new ArgumentException($"Expected a member of a type. Received: {member}.", nameof(member)),
    };

    public static string Parameters(MethodBase method)
    {
        var extended = method.IsDefined(typeof(ExtensionAttribute), inherit: false) ? "this " : string.Empty;
        return $"({extended}{string.Join(", ", method.GetParameters().Select(Write))})";
    }

    public static string Result(MethodInfo method)
    {
        var reference = method.ReturnType.IsByRef ? "ref " : string.Empty;
        return reference + ApiTypeNames.Of(method.ReturnType, ApiAnnotations.Of(method.ReturnParameter));
    }

    private static string Write(ConstructorInfo constructor) =>
        $"{Access(constructor)}{constructor.DeclaringType!.Name.Split('`')[0]}{Parameters(constructor)}";

    private static string Write(MethodInfo method)
    {
        var modifiers = Access(method) + Modifiers(method);
        if (method is { IsSpecialName: true, Name: "op_Implicit" or "op_Explicit" })
        {
            var kind = method.Name is "op_Implicit" ? "implicit" : "explicit";
            return $"{modifiers}{kind} operator {Result(method)}{Parameters(method)}";
        }

        var name = method.IsSpecialName && method.Name.StartsWith("op_", StringComparison.Ordinal)
            ? $"operator {SyntaxFacts.GetText(SyntaxFacts.GetOperatorKind(method.Name))}"
            : method.Name;
        var generic = method.GetGenericArguments();
        var list = generic.Length > 0 ? $"<{string.Join(", ", generic.Select(type => type.Name))}>" : string.Empty;
        return $"{modifiers}{Result(method)} {name}{list}{Parameters(method)}{ApiConstraints.Of(generic)}";
    }

    private static string Write(PropertyInfo property)
    {
        var accessors = property.GetAccessors(nonPublic: true).Where(PublicApi.IsVisible).ToArray();
        var widest = accessors.FirstOrDefault(accessor => accessor.IsPublic) ?? accessors[0];
        var required = property.IsDefined(typeof(RequiredMemberAttribute)) ? "required " : string.Empty;
        var indices = property.GetIndexParameters();
        var name = indices.Length == 0 ? property.Name : $"this[{string.Join(", ", indices.Select(Write))}]";
        var reference = property.PropertyType.IsByRef ? "ref " : string.Empty;
        var type = reference + ApiTypeNames.Of(property.PropertyType, ApiAnnotations.Of(property));
        var body = string.Concat(accessors.Select(accessor =>
            $"{(Access(accessor) == Access(widest) ? string.Empty : Access(accessor))}{Accessor(accessor)}; "));
        return $"{Access(widest)}{required}{Modifiers(widest)}{type} {name} {{ {body}}}";
    }

    private static string Write(FieldInfo field)
    {
        var modifiers = field.IsLiteral ? "const " : field.IsStatic ? "static " : string.Empty;
        var access = field.IsPublic ? string.Empty : "protected ";
        var value = field.IsLiteral ? $" = {ApiLiterals.Of(field.GetRawConstantValue(), field.FieldType)}" : null;
        var fixedValue = field.IsInitOnly ? "readonly " : string.Empty;
        var type = ApiTypeNames.Of(field.FieldType, ApiAnnotations.Of(field));
        return $"{access}{modifiers}{fixedValue}{type} {field.Name}{value}";
    }

    private static string Write(EventInfo @event) =>
        $"{Access(@event.AddMethod!)}{Modifiers(@event.AddMethod!)}event " +
        $"{ApiTypeNames.Of(@event.EventHandlerType!, ApiAnnotations.Of(@event))} {@event.Name}";

    private static string Write(ParameterInfo parameter)
    {
        var isParams = parameter.IsDefined(typeof(ParamArrayAttribute))
            || parameter.IsDefined(typeof(ParamCollectionAttribute));
        var passing = isParams ? "params "
            : !parameter.ParameterType.IsByRef ? string.Empty
            : parameter.IsOut ? "out " : parameter.IsIn ? "in " : "ref ";
        var type = ApiTypeNames.Of(parameter.ParameterType, ApiAnnotations.Of(parameter));
        var value = parameter.HasDefaultValue
            ? $" = {ApiLiterals.Of(parameter.RawDefaultValue, parameter.ParameterType)}"
            : string.Empty;
        return $"{passing}{type} {parameter.Name}{value}";
    }

    private static string Accessor(MethodInfo accessor) =>
        accessor.Name.StartsWith("get_", StringComparison.Ordinal) ? "get"
        : accessor.ReturnParameter.GetRequiredCustomModifiers().Contains(typeof(IsExternalInit)) ? "init"
        : "set";

    private static string Access(MethodBase method) => method.IsPublic ? string.Empty : "protected ";

    private static string Modifiers(MethodInfo method) =>
        method.IsStatic ? method.IsAbstract ? "static abstract " : "static "
        : method.DeclaringType!.IsInterface ? string.Empty
        : method.IsAbstract ? "abstract "
        : PublicApi.Overridden(method) is not null ? "override "
        : method is { IsVirtual: true, IsFinal: false } ? "virtual "
        : string.Empty;
}
