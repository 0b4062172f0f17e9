using System.Text.Json.Nodes;
using Hornet.Layers;
using Hornet.Programs;
using Hornet.Serialization;

namespace Hornet.Testing;

/// <summary>The checks that every layer must pass, in one call.</summary>
/// <remarks>
/// Its configuration makes an equal layer; symbolic inference gives the eager result's spec, and claims nothing false
/// with an unknown batch; a replayed program gives the eager numbers; mixed dtype policies compute in 16 bits and keep
/// float32; the gradients of a training step are finite; and a copy with the same weights gives the same.
/// </remarks>
/// <example><code>LayerContract.Check(new Dense(4), [2, 3]);</code></example>
public static class LayerContract
{
    /// <summary>Checks a layer of floating-point tensors of these shapes.</summary>
    /// <param name="layer">A layer that has not been built.</param>
    /// <param name="shapes">The shape of each input; of several the layer takes a list.</param>
    /// <exception cref="ContractException">A check fails.</exception>
    public static void Check(Layer layer, params Shape[] shapes)
    {
        ArgumentNullException.ThrowIfNull(shapes);
        var random = new Random(0);
        Tensor[] inputs = [.. shapes.Select(shape => Values(random, shape))];
        Check(layer, inputs.Length == 1 ? inputs[0] : (Nested<Tensor>)inputs);
    }

    /// <summary>Checks a layer with inputs of one's own.</summary>
    /// <exception cref="ContractException">A check fails.</exception>
    public static void Check(Layer layer, Nested<Tensor> inputs)
    {
        ArgumentNullException.ThrowIfNull(inputs);
        Check(layer, new CallArguments(inputs));
    }

    /// <summary>Checks a layer with arguments of one's own, the training flag left out.</summary>
    /// <exception cref="ContractException">A check fails.</exception>
    public static void Check(Layer layer, CallArguments arguments)
    {
        ArgumentNullException.ThrowIfNull(layer);
        ArgumentNullException.ThrowIfNull(arguments);
        ConfigurationMakesAnEqualLayer(layer);
        var inputs = Arguments(arguments, training: false);
        var eager = layer.ApplyMany(inputs);
        SymbolicIsEager(layer, inputs, eager);
        ReplayGivesTheSame(layer, inputs, eager);
        SameWeightsGiveTheSame(layer, inputs, eager);
        PolicyIsKept(layer, Arguments(arguments, training: true), "mixed_float16", DType.Float16);
        PolicyIsKept(layer, Arguments(arguments, training: true), "mixed_bfloat16", DType.BFloat16);
        TrainingStepIsFinite(layer, arguments);
    }

    private static void ConfigurationMakesAnEqualLayer(Layer layer)
    {
        var config = Text(layer);
        var copy = Copy(layer);
        Require(copy.GetType() == layer.GetType(), $"the configuration makes a {copy.GetType().Name}");
        Require(Text(copy) == config, $"the configuration {config} makes a layer of the configuration {Text(copy)}");
    }

    private static void SymbolicIsEager(Layer layer, CallArguments inputs, Nested<Tensor> eager)
    {
        foreach (var batchIsKnown in new[] { true, false })
        {
            var symbolic = Copy(layer).ApplyMany(inputs.Select(input => Symbolic(input, batchIsKnown)));
            Require(symbolic.HasStructureOf(eager), $"symbolic inference gives {symbolic}, the eager call {eager}");
            foreach (var (claim, truth) in symbolic.Flatten().Zip(eager.Flatten()))
            {
                Require(
                    claim.DType == truth.DType
                        && (batchIsKnown ? claim.Shape == truth.Shape : Shape.Agree(claim.Shape, truth.Shape)),
                    $"symbolic inference claims {claim.Spec} of what is {truth.Spec}");
            }
        }
    }

    private static void ReplayGivesTheSame(Layer layer, CallArguments inputs, Nested<Tensor> eager)
    {
        var flat = inputs.Tensors.Distinct().Cast<EagerTensor>().ToArray();
        var compiled = new CompiledFunction(values => [.. layer.ApplyMany(
            inputs.Select(input => values[Array.IndexOf(flat, input)])).Flatten()]);
        foreach (var (replayed, expected) in compiled.Invoke(flat).Zip(eager.Flatten()))
        {
            RequireEqual(replayed, expected, "a replayed program");
        }
    }

    private static void SameWeightsGiveTheSame(Layer layer, CallArguments inputs, Nested<Tensor> eager)
    {
        var copy = Built(layer, inputs);
        Require(
            copy.Weights.Select(weight => weight.Name).SequenceEqual(layer.Weights.Select(weight => weight.Name)),
            $"a copy has the weights {string.Join(", ", copy.Weights)}");
        copy.SetWeights(layer.GetWeights());
        foreach (var (again, expected) in copy.ApplyMany(inputs).Flatten().Zip(eager.Flatten()))
        {
            RequireEqual(again, expected, "a copy with the same weights");
        }
    }

    private static void PolicyIsKept(Layer layer, CallArguments inputs, string policy, DType compute)
    {
        var config = KerasRegistry.SerializeObject(layer);
        SetPolicy(config, policy);
        var mixed = KerasRegistry.Deserialize<Layer>(config)!;
        var outputs = mixed.ApplyMany(inputs).Flatten();
        var wrong = outputs.Find(output => output.DType.IsFloating() && output.DType != compute);
        Require(wrong is null, $"with the policy {policy} a result is {wrong?.Spec}");
        var weight = mixed.Weights.FirstOrDefault(each => each.DType.IsFloating() && each.DType != DType.Float32);
        Require(weight is null, $"with the policy {policy} a weight is {weight?.Spec}");
    }

    private static void TrainingStepIsFinite(Layer layer, CallArguments arguments)
    {
        layer = Built(layer, arguments);
        var inputs = Arguments(arguments, training: true);
        var weights = layer.TrainableWeights;
        using var tape = new GradientTape();
        var loss = layer.ApplyMany(inputs).Flatten()
            .Where(output => output.DType.IsFloating())
            .Aggregate((Tensor)0.0, (total, output) => total + Ops.Mean(Ops.Square(output)));
        var gradients = tape.Gradients(loss, weights);
        foreach (var (weight, gradient) in weights.Zip(gradients))
        {
            Require(gradient.Spec == weight.Spec, $"the gradient of {weight} is {gradient.Spec}");
            Require(
                Ops.All(Ops.Isfinite(gradient)).Item<bool>(), $"the gradient of {weight} is not finite: {gradient}");
            weight.AssignSub(gradient * 0.1);
        }
    }

    // Of the layers inside too.
    private static void SetPolicy(JsonNode? node, string policy)
    {
        foreach (var item in node as JsonArray ?? [])
        {
            SetPolicy(item, policy);
        }

        foreach (var (key, value) in (node as JsonObject ?? []).ToArray())
        {
            if (key == "dtype" && value is JsonObject)
            {
                node![key] = policy;
            }
            else
            {
                SetPolicy(value, policy);
            }
        }
    }

    // What takes more than its inputs is built by a call.
    private static Layer Built(Layer layer, CallArguments arguments)
    {
        var copy = Copy(layer);
        if (arguments.Named.Count > 0)
        {
            copy.ApplyMany(arguments);
        }
        else
        {
            copy.BuildFor(arguments.Inputs.Select(input => input.Shape));
        }

        return copy;
    }

    private static CallArguments Arguments(CallArguments given, bool training) =>
        new(given.Inputs, given.Named, training, given.Flags) { Positional = given.Positional };

    private static Layer Copy(Layer layer) => KerasRegistry.Deserialize<Layer>(KerasRegistry.SerializeObject(layer))!;

    private static string Text(Layer layer) => ConfigJson.Write(KerasRegistry.SerializeObject(layer));

    private static KerasTensor Symbolic(Tensor input, bool batchIsKnown) => new KerasTensor(
        batchIsKnown || input.Rank == 0 ? input.Shape : input.Shape.With(0, null), input.DType);

    private static EagerTensor Values(Random random, Shape shape)
    {
        var values = new float[shape.Size];
        for (var i = 0; i < values.Length; i++)
        {
            values[i] = (float)((2 * random.NextDouble()) - 1);
        }

        return Tensor.From(shape, values);
    }

    private static void RequireEqual(Tensor actual, Tensor expected, string what)
    {
        Require(actual.Spec == expected.Spec, $"{what} gives {actual.Spec}, not {expected.Spec}");
        var off = expected.DType.IsFloating() && expected.Shape.Size > 0
            ? Ops.Cast(Ops.Max(Ops.Abs(actual - expected)), DType.Float64).Item<double>()
            : 0;
        Require(off <= 1e-6, $"{what} is off by {off}");
    }

    private static void Require(bool holds, string otherwise)
    {
        if (!holds)
        {
            throw new ContractException(otherwise);
        }
    }
}
