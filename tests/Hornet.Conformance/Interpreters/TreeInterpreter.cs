namespace Hornet.Conformance;

/// <summary>Calls the functions of structures.</summary>
internal sealed class TreeInterpreter() : ScriptInterpreter("tree");
