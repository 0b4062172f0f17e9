using System.Reflection;
using Hornet.Native;

namespace Hornet.Conformance;

/// <summary>Tells an error by which Hornet refuses what it was given from an accident.</summary>
internal static class Refusals
{
    /// <summary>Whether an error is of a kind that refuses, and was thrown on purpose.</summary>
    public static bool Includes(Exception error) => IsKind(error) && IsDeliberate(error);

    private static bool IsKind(Exception error) => error switch
    {
        NotYetException or LibTorchException or LibTorchNotFoundException or ObjectDisposedException => false,
        ArgumentException or InvalidOperationException or NotSupportedException or KeyNotFoundException => true,
        IOException or InvalidDataException or UnauthorizedAccessException => true,
        _ => IsHornet(error.GetType().Assembly),
    };

    // What a collection of .NET throws by itself (an index out of range, no elements) says nothing to a user of Hornet.
    private static bool IsDeliberate(Exception error) => error.TargetSite?.DeclaringType is not { } thrower
        || IsHornet(thrower.Assembly)
        || thrower.IsAssignableTo(typeof(Exception)) // ArgumentNullException.ThrowIfNull and its kin
        || error is IOException;

    private static bool IsHornet(Assembly assembly) =>
        assembly.GetName().Name?.StartsWith(nameof(Hornet), StringComparison.Ordinal) is true;
}
