using Hornet.Testing;

namespace Hornet.Conformance;

/// <summary>Reads and sets what is common to all, and compares dtype policies.</summary>
internal sealed class ConfigInterpreter() : ScriptInterpreter("config")
{
    private const string Quantized = "keras.dtype_policies.QuantizedDTypePolicy";

    // A name such as int8_from_float32 means a class of its own.
    public override Verdict Run(CorpusCase line)
    {
        _ = line.Id.Contains("_from_", StringComparison.Ordinal) || line.Raw.GetRawText().Contains(
            "_from_", StringComparison.Ordinal) ? KerasSymbol.Of(Quantized) : null;
        return base.Run(line);
    }
}
