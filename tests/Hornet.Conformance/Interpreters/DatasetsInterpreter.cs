namespace Hornet.Conformance;

/// <summary>Reads data sets from files.</summary>
internal sealed class DatasetsInterpreter() : ScriptInterpreter("datasets");
