namespace Hornet.Tests;

/// <summary>Writes a type as C# does, with nullability and the names of a tuple's elements.</summary>
internal static class ApiTypeNames
{
    private static readonly Dictionary<Type, string> s_keywords = new()
    {
        [typeof(void)] = "void",
        [typeof(object)] = "object",
        [typeof(string)] = "string",
        [typeof(bool)] = "bool",
        [typeof(char)] = "char",
        [typeof(sbyte)] = "sbyte",
        [typeof(byte)] = "byte",
        [typeof(short)] = "short",
        [typeof(ushort)] = "ushort",
        [typeof(int)] = "int",
        [typeof(uint)] = "uint",
        [typeof(long)] = "long",
        [typeof(ulong)] = "ulong",
        [typeof(float)] = "float",
        [typeof(double)] = "double",
        [typeof(decimal)] = "decimal",
        [typeof(nint)] = "nint",
        [typeof(nuint)] = "nuint",
    };

    /// <summary>A type of which nothing more is said: a base, an interface, a constraint.</summary>
    public static string Of(Type type) => Of(type, ApiAnnotations.None);

    /// <summary>A type with what its declaration says of it.</summary>
    public static string Of(Type type, ApiAnnotations annotations)
    {
        if (type.IsByRef)
        {
            return Of(type.GetElementType()!, annotations);
        }

        if (Nullable.GetUnderlyingType(type) is { } underlying)
        {
            return $"{Of(underlying, annotations)}?";
        }

        if (type.IsValueType && !type.IsGenericParameter)
        {
            if (type.IsGenericType)
            {
                annotations.Skip();
            }

            return WithoutMark(type, annotations);
        }

        // The mark is read before those of the arguments.
        var mark = annotations.NextMayBeNull() ? "?" : string.Empty;
        return WithoutMark(type, annotations) + mark;
    }

    /// <summary>The name of a type with its outer types and generic parameters, as its declaration has it.</summary>
    public static string Declared(Type type)
    {
        var prefix = type.Namespace is { Length: > 0 } name ? $"{name}." : string.Empty;
        return prefix + Nested(type, type.GetGenericArguments(), ApiAnnotations.None);
    }

    private static string WithoutMark(Type type, ApiAnnotations annotations)
    {
        if (type.IsArray)
        {
            var commas = new string(',', type.GetArrayRank() - 1);
            return $"{Of(type.GetElementType()!, annotations)}[{commas}]";
        }

        if (type.IsPointer)
        {
            return $"{Of(type.GetElementType()!, annotations)}*";
        }

        if (s_keywords.TryGetValue(type, out var keyword))
        {
            return keyword;
        }

        var arguments = type.GetGenericArguments();
        return type.IsGenericParameter ? type.Name
            : IsTuple(type) ? Tuple(arguments, annotations)
            : Qualifier(type) + Nested(type, arguments, annotations);
    }

    private static bool IsTuple(Type type) =>
        type.IsGenericType && type.FullName?.StartsWith("System.ValueTuple`", StringComparison.Ordinal) is true;

    private static string Tuple(Type[] elements, ApiAnnotations annotations)
    {
        // The compiler lists the names of a tuple before those of the tuples in it.
        var names = elements.Select(_ => annotations.NextTupleName()).ToArray();
        return $"({string.Join(", ", elements.Select((type, i) => $"{Of(type, annotations)} {names[i]}".TrimEnd()))})";
    }

    // Outer.Inner<T>: generic arguments stand with the type that declares them.
    private static string Nested(Type type, Type[] arguments, ApiAnnotations annotations)
    {
        var outer = type.DeclaringType?.GetGenericArguments().Length ?? 0;
        var prefix = type.DeclaringType is { } declaring
            ? $"{Nested(declaring, arguments[..outer], annotations)}."
            : string.Empty;
        var own = arguments[outer..].Select(argument => Of(argument, annotations));
        var list = arguments.Length > outer ? $"<{string.Join(", ", own)}>" : string.Empty;
        return $"{prefix}{type.Name.Split('`')[0]}{list}";
    }

    // Hornet.Layers.Dense is Layers.Dense; what comes from elsewhere goes by its simple name.
    private static string Qualifier(Type type) =>
        type.Namespace?.StartsWith("Hornet.", StringComparison.Ordinal) is true
            ? $"{type.Namespace["Hornet.".Length..]}."
            : string.Empty;
}
