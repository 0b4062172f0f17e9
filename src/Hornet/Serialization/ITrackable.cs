namespace Hornet.Serialization;

/// <summary>What a layer, metric or optimizer can own: variables, seed generators, and each other.</summary>
/// <remarks>
/// A class that owns others has a method <c>Track(Tracker)</c>. The generator overrides it with the fields and
/// properties that could hold something trackable.
/// </remarks>
public interface ITrackable;
