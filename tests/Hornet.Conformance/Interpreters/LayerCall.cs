using Hornet.Layers;
using Hornet.Testing;

namespace Hornet.Conformance;

/// <summary>The arguments of one call of a layer.</summary>
internal sealed class LayerCall
{
    public LayerCall(CorpusNode call, Layer layer)
    {
        var args = ((CorpusSequence)call["args"].Value()).Items;
        var kwargs = call["kwargs"].Map();
        Positional = [.. args.Select(Nest)];
        var positions = layer.CallArgumentNames is { Count: > 0 } names ? names : ["mask"];
        var first = kwargs.Keys.FirstOrDefault(key => key == "inputs" || key == layer.BuildArgumentNames[0]);
        var named = new Dictionary<string, Nested<Tensor>>();
        for (var i = 1; i < args.Count; i++)
        {
            named[positions[i - 1]] = Positional[i];
        }

        var flags = new Dictionary<string, bool>();
        foreach (var (key, value) in kwargs.Entries.Where(entry => entry.Key != "training" && entry.Key != first))
        {
            if (value is CorpusBool flag)
            {
                flags[key] = layer.CallFlagNames.Contains(key) ? flag.Value
                    : throw new NotYetException($"layers.{layer.GetType().Name} with {key}");
            }
            else
            {
                named[key] = Nest(value);
            }
        }

        Keyword = kwargs.Keys.Where(named.ContainsKey).ToDictionary(key => key, key => named[key]);
        Arguments = new CallArguments(
            Positional.Length > 0 ? Positional[0] : Nest(kwargs[first!]),
            named,
            kwargs.Find("training") is CorpusBool training ? training.Value : null,
            flags);
        if (first is not null)
        {
            Keyword[first] = Arguments.Inputs;
        }

        SetMasks(call);
    }

    public Nested<Tensor>[] Positional { get; }

    public Dictionary<string, Nested<Tensor>> Keyword { get; }

    public CallArguments Arguments { get; }

    /// <summary>The tensors that have a gradient.</summary>
    public Tensor[] Sources => [.. Positional.SelectMany(part => part.Flatten())
        .Concat(Keyword.Values.SelectMany(part => part.Flatten()))
        .Where(tensor => tensor is not null && tensor.DType.IsFloating()).Distinct()];

    public void DropMasks()
    {
        foreach (var tensor in Positional.SelectMany(part => part.Flatten()))
        {
            tensor.KerasMask = null;
        }
    }

    public Nested<Tensor> Apply(Layer layer) => layer.Reapply(Arguments);

    /// <summary>The same call on symbolic tensors of any batch size.</summary>
    public Nested<Tensor> ApplySymbolic(Layer layer) => layer.Reapply(Arguments.Select(tensor =>
        new KerasTensor(tensor.Rank == 0 ? tensor.Shape : tensor.Shape.With(0, null), tensor.DType)));

    private static Nested<Tensor> Nest(CorpusValue value) => value switch
    {
        CorpusNull => Nested.Leaf<Tensor>(null),
        CorpusSequence list when list.Items.All(item => item is CorpusInt or CorpusFloat) && list.Count > 0 =>
            new HornetBinder().TensorOf(list)!,
        CorpusSequence list => Nested.List<Tensor>([.. list.Items.Select(Nest)]),
        CorpusMap map => Nested.Dictionary(map.Entries.Select(entry => KeyValuePair.Create(entry.Key,
            Nest(entry.Value)))),
        CorpusInt number => (Tensor)(int)number.Value,
        CorpusFloat number => (Tensor)number.Value,
        _ => new HornetBinder().TensorOf(value)!,
    };

    private void SetMasks(CorpusNode call)
    {
        if (call.Find("in_mask") is { } masks)
        {
            foreach (var (tensor, mask) in Positional.SelectMany(part => part.Flatten()).Zip(masks.Items()))
            {
                tensor.KerasMask = mask.IsNull ? null : CorpusTensors.Of((CorpusArray)mask.Value());
            }
        }
    }
}
