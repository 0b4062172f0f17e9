using Hornet.Layers;
using Hornet.Serialization;

namespace Hornet;

/// <summary>Copies models, each layer once.</summary>
internal sealed class ModelCloning(
    Func<Layer, Layer>? cloneFunction, Func<Layer, CallArguments, Nested<Tensor>>? callFunction, bool recursive)
{
    private readonly Dictionary<Operation, Operation> _clones = new(ReferenceEqualityComparer.Instance);

    public Model Clone(Model model, Nested<Tensor>? inputs) => model switch
    {
        Sequential chain => callFunction is null ? Clone(chain, inputs) : throw new ArgumentException(
            $"Expected a call function for graphs only, whose layers it calls. Received: the chain '{model.Name}'."),
        { Graph: { } graph } when model.GetType() == typeof(Model) => Clone(model, graph, inputs),
        _ when inputs is null && cloneFunction is null && callFunction is null => (Model)OfConfiguration(model),
        _ => throw new ArgumentException(
            "Expected input tensors, a clone function and a call function for graphs and chains only. "
            + $"Received: the {model.ClassName} '{model.Name}'."),
    };

    private Sequential Clone(Sequential model, Nested<Tensor>? inputs)
    {
        var layers = model.Layers.Select(layer => (SequentialItem)Clone(layer));
        var input = model.OwnLayers.FirstOrDefault() as InputLayer;
        if (inputs is not null)
        {
            var tensor = inputs.Flatten() is [KerasTensor only] ? only : throw new ArgumentException(
                $"Expected one symbolic tensor, from Keras.Input, to begin a chain with. Received: {inputs}.");
            layers = layers.Prepend(Keras.Input(tensor: tensor, name: input?.Name, optional: input?.Optional ?? false));
        }
        else if (input is not null)
        {
            layers = layers.Prepend(new InputLayer(
                batchShape: input.BatchShape, dtype: input.DType, optional: input.Optional, name: input.Name));
        }

        return Compile(new Sequential([.. layers], model.Trainable, model.Name), model);
    }

    private Model Clone(Model model, Function graph, Nested<Tensor>? inputs)
    {
        inputs = inputs is null ? graph.InputStructure.Select(NewInput) : Fit(inputs, graph);
        var values = new Dictionary<KerasTensor, Tensor>();
        foreach (var (original, copy) in graph.Inputs.Zip(inputs.Flatten()))
        {
            values[original] = copy;
        }

        foreach (var node in graph.Levels.SelectMany(level => level).Where(node => !node.IsInput))
        {
            var arguments = node.Arguments.Select(tensor => tensor is KerasTensor input ? values[input] : tensor);
            foreach (var (original, copy) in node.OutputTensors.Zip(Call(node.Operation, arguments).Flatten()))
            {
                values[original] = copy;
            }
        }

        var outputs = graph.OutputStructure.Select(output => values[(KerasTensor)output]);
        return Compile(new Model(inputs, outputs, model.Name), model);
    }

    private Nested<Tensor> Call(Operation operation, CallArguments arguments)
    {
        if (Clone(operation) is Layer layer)
        {
            return callFunction is null ? layer.ApplyMany(arguments) : callFunction(layer, arguments);
        }

        KerasTensor[] outputs = ((OpOperation)Clone(operation)).Connect([.. arguments.Inputs.Flatten()]);
        return Nested.List<Tensor>([.. outputs.Select(output => new Nested<Tensor>(output))]);
    }

    private Operation Clone(Operation operation)
    {
        if (!_clones.TryGetValue(operation, out var clone))
        {
            clone = _clones[operation] = operation switch
            {
                OpOperation op => new OpOperation(op.Op, op.Name),
                Model { Graph: not null } model when recursive => Clone(model, inputs: null),
                Layer layer when cloneFunction is not null => cloneFunction(layer)
                    ?? throw new ArgumentException(
                        $"Expected a layer of the clone function. Received: null for '{layer.Name}'."),
                _ => OfConfiguration((Layer)operation),
            };
        }

        return clone;
    }

    private Layer Clone(Layer layer) => (Layer)Clone((Operation)layer);

    // Without how it was built and compiled, as its class would make it.
    private static Layer OfConfiguration(Layer layer)
    {
        var written = KerasRegistry.SerializeObject(layer);
        written.Remove("build_config");
        if (layer is not Model)
        {
            written.Remove("compile_config");
        }

        return KerasRegistry.Deserialize<Layer>(written)!;
    }

    private static Tensor NewInput(Tensor tensor) => Keras.Input(
        batchShape: tensor.Shape, dtype: tensor.DType, name: ((KerasTensor)tensor).Name);

    private static Nested<Tensor> Fit(Nested<Tensor> inputs, Function graph) =>
        inputs.HasStructureOf(graph.InputStructure) && inputs.Flatten().TrueForAll(tensor => tensor is KerasTensor)
            ? inputs
            : throw new ArgumentException(
                $"Expected symbolic tensors in the structure of the model's inputs, {graph.InputStructure}. "
                + $"Received: {inputs}.");

    private static T Compile<T>(T clone, Model model)
        where T : Model
    {
        clone.CompileFromConfig(model.GetCompileConfig()!);
        return clone;
    }
}
