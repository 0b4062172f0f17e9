namespace Hornet.Serialization;

/// <summary>A member that owns something trackable, or an item of such a member's list or dictionary.</summary>
/// <param name="Name">The member's name in Keras's case; an item's place in its list or key in its dictionary.</param>
/// <param name="Value">What is owned; null for a list or dictionary.</param>
/// <param name="Items">What a list or dictionary holds, in its order; empty for anything else.</param>
public sealed record TrackedMember(string Name, ITrackable? Value, IReadOnlyList<TrackedMember> Items)
{
    /// <summary>Whether this is a list, tuple or dictionary.</summary>
    public bool IsContainer => Value is null;
}
