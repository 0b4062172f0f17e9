namespace Hornet.Conformance;

/// <summary>Reads and sets what is common to all, and compares dtype policies.</summary>
internal sealed class ConfigInterpreter() : ScriptInterpreter("config");
