namespace Hornet.Serialization;

/// <summary>What a layer, metric or optimizer can own: variables, seed generators, and each other.</summary>
/// <remarks>
/// A class that owns others has a method <c>Track(Tracker)</c>. From the fields and properties that could hold something
/// trackable the generator overrides it.
/// </remarks>
public interface ITrackable;
