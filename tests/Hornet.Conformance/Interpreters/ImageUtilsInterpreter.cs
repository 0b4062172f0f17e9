namespace Hornet.Conformance;

/// <summary>Reads, writes and resizes images.</summary>
internal sealed class ImageUtilsInterpreter() : ScriptInterpreter("image_utils");
