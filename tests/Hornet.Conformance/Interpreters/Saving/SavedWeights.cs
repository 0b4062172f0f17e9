using System.Security.Cryptography;
using Hornet.Saving;
using Hornet.Testing;

namespace Hornet.Conformance;

/// <summary>Compares variables with their paths, shapes, dtypes and the hashes of their elements.</summary>
internal static class SavedWeights
{
    public static string? Difference(
        CorpusNode expected, IReadOnlyList<Variable> variables, bool isOfOptimizer = false)
    {
        var items = expected.Items();
        return items.Count != variables.Count
            ? $"Expected {items.Count} weights. Received: {variables.Count} "
                + $"({string.Join(", ", variables.Select(variable => variable.Path))})."
            : items.Zip(variables, (item, variable) => Difference(item, variable, isOfOptimizer))
                .FirstOrDefault(text => text is not null);
    }

    /// <summary>Compares the elements alone, in any order.</summary>
    public static string? DifferenceUnordered(CorpusNode expected, IReadOnlyList<Variable> variables)
    {
        var hashes = expected.Items().Select(item => item["sha256"].Text()).Order().ToArray();
        var received = variables.Select(Hash).Order().ToArray();
        return hashes.SequenceEqual(received)
            ? null
            : $"Expected the elements of {hashes.Length} weights. Received: {received.Length}, of which "
                + $"{received.Intersect(hashes).Count()} are the same.";
    }

    private static string? Difference(CorpusNode expected, Variable variable, bool isOfOptimizer)
    {
        var what = expected.Find("path") is { IsNull: false } path ? path.Text() : variable.Path;
        var shape = string.Join(",", expected["s"].Items().Select(axis => axis.Integer()));
        var facts = $"{what} ({shape}) {expected["d"].Text()}";
        var axes = string.Join(",", variable.Shape.Select(axis => axis));
        var received = $"{variable.Path} ({axes}) {variable.DType.KerasName()}";
        return expected.Find("trainable") is { } flag && !isOfOptimizer && flag.Flag() != variable.Trainable
            ? $"{variable.Path}: expected trainable {flag.Flag()}. Received: {variable.Trainable}."
            : facts != received ? $"Expected {facts}. Received: {received}."
            : expected["sha256"].Text() != Hash(variable) ? $"{variable.Path}: the elements differ."
            : null;
    }

    // Floats are compared as float32.
    private static string Hash(Variable variable)
    {
        using var scope = new TensorScope();
        var value = variable.DType.IsFloating() && variable.DType != DType.Float32
            ? Ops.Cast(variable.Value, DType.Float32)
            : variable.Value;
        return Convert.ToHexStringLower(SHA256.HashData(ByteTensors.Write((EagerTensor)value)));
    }
}
