using System.Reflection;

namespace Hornet.Tests;

/// <summary>What a declaration says of its type besides the type: nullability, and the names in tuples.</summary>
/// <remarks>
/// The compiler writes one byte for each reference type, generic type and generic parameter, from the outside in
/// (2: may be null), or one byte for all of them; where a declaration has none, that of its surroundings holds.
/// </remarks>
internal sealed class ApiAnnotations
{
    private const byte MayBeNull = 2;

    private readonly Queue<byte> _states = new();
    private readonly Queue<string?> _tupleNames = new();
    private readonly byte _common;

    private ApiAnnotations(IEnumerable<CustomAttributeData> own, IEnumerable<CustomAttributeData> around)
    {
        _common = Read<byte>(around, "NullableContextAttribute").FirstOrDefault();
        if (Read<byte>(own, "NullableAttribute").ToArray() is { Length: > 0 } states)
        {
            _common = states[0];
            _states = new Queue<byte>(states.Length > 1 ? states : []);
        }

        _tupleNames = new Queue<string?>(Read<string?>(own, "TupleElementNamesAttribute"));
    }

    /// <summary>Nothing is said: a base, an interface, a constraint.</summary>
    public static ApiAnnotations None => new([], []);

    public static ApiAnnotations Of(ParameterInfo parameter) =>
        new(parameter.CustomAttributes, Around(parameter.Member));

    public static ApiAnnotations Of(MemberInfo member) => new(member.CustomAttributes, Around(member));

    public bool NextMayBeNull() => (_states.TryDequeue(out var state) ? state : _common) is MayBeNull;

    public void Skip() => _states.TryDequeue(out _);

    public string? NextTupleName() => _tupleNames.TryDequeue(out var name) ? name : null;

    // The member, then the types around it: the nearest word counts.
    private static IEnumerable<CustomAttributeData> Around(MemberInfo? member)
    {
        for (; member is not null; member = member.DeclaringType)
        {
            foreach (var data in member.CustomAttributes)
            {
                yield return data;
            }
        }
    }

    private static IEnumerable<T> Read<T>(IEnumerable<CustomAttributeData> attributes, string name)
    {
        var attribute = attributes.FirstOrDefault(data => data.AttributeType.Name == name);
        return attribute?.ConstructorArguments[0].Value switch
        {
            T one => [one],
            IEnumerable<CustomAttributeTypedArgument> many => many.Select(item => (T)item.Value!),
            _ => [],
        };
    }
}
