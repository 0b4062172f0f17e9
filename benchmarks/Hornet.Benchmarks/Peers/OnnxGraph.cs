namespace Benchmarks;

/// <summary>Builds a model in ONNX, node by node. The field numbers are those of onnx.proto.</summary>
internal sealed class OnnxGraph
{
    public const string Input = "x";
    private const int Opset = 17;
    private const int IrVersion = 8;
    private const int Float = 1;
    private const int Int64 = 7;
    private static readonly int[] s_gates = [0, 3, 1, 2]; // of Keras and PyTorch: input, forget, cell, output

    private readonly Protobuf _graph = new Protobuf().Add(2, "model");
    private int _names;

    /// <summary>A family's model with the weights of one in Hornet, ready for a session or a file.</summary>
    public static byte[] Build<T>(T family, Hornet.Model weights)
        where T : Family, IInOnnx
    {
        var graph = new OnnxGraph();
        var output = family.ToOnnx(graph, new PeerWeights(weights), Input);
        var sample = family.SampleShape is [var h, var w, var c] ? [c, h, w] : family.SampleShape;
        graph._graph
            .Add(11, Value(Input, family.Vocabulary is null ? Float : Int64, sample))
            .Add(12, Value(output, Float, [family.Outputs]));
        return new Protobuf()
            .Add(1, IrVersion)
            .Add(7, graph._graph)
            .Add(8, new Protobuf().Add(1, string.Empty).Add(2, Opset))
            .ToArray();
    }

    public string Node(string op, params string[] inputs) => Node(op, [], inputs);

    public string Transpose(string x, params long[] axes) => Node("Transpose", [Attribute("perm", axes)], x);

    public string Dense(string x, PeerWeights weights) =>
        Node("Gemm", [Attribute("transB", 1)], [x, .. weights.NextDense().Select(Constant)]);

    public string Conv(string x, PeerWeights weights, int stride = 1, bool isPadded = true)
    {
        var values = weights.NextConv();
        var size = values[0].Shape[^1];
        return Node(
            "Conv",
            [
                Attribute("kernel_shape", [size, size]),
                Attribute("strides", [stride, stride]),
                Attribute("auto_pad", isPadded ? "SAME_UPPER" : "VALID"),
            ],
            [x, .. values.Select(Constant)]);
    }

    public string BatchNormalization(string x, PeerWeights weights) => Node(
        "BatchNormalization",
        [Attribute("epsilon", 1e-3f)],
        [x, .. weights.NextNormalization().Select(Constant)]);

    public string MaxPool(string x, int size) =>
        Node("MaxPool", [Attribute("kernel_shape", [size, size]), Attribute("strides", [size, size])], x);

    public string Embedding(string ids, PeerWeights weights) =>
        Node("Gather", Constant(weights.NextEmbedding()[0]), ids);

    /// <summary>(steps, batch, features) to (batch, units).</summary>
    public string LastStateOfLstm(string x, PeerWeights weights)
    {
        var values = weights.NextLstm();
        var units = values[1].Shape[1];
        string[] inputs =
        [
            x,
            Constant(OneDirection([InOrder(values[0])], values[0].Shape)),
            Constant(OneDirection([InOrder(values[1])], values[1].Shape)),
            Constant(OneDirection([InOrder(values[2]), InOrder(values[3])], [8 * units])),
        ];
        var states = Node("LSTM", [Attribute("hidden_size", units)], inputs, output: 1);
        return Node("Squeeze", states, Axis(0));
    }

    private static PeerWeight OneDirection(float[][] parts, long[] shape) =>
        new([.. parts.SelectMany(part => part)], [1, .. shape]);

    // ONNX has the gates as input, output, forget, cell.
    private static float[] InOrder(PeerWeight weight)
    {
        var quarter = weight.Values.Length / 4;
        return [.. s_gates.SelectMany(gate => weight.Values.Skip(gate * quarter).Take(quarter))];
    }

    private string Node(string op, Protobuf[] attributes, params string[] inputs) => Node(op, attributes, inputs, 0);

    // Outputs before the one that is wanted have no name: nobody asks for them.
    private string Node(string op, Protobuf[] attributes, string[] inputs, int output)
    {
        var name = NewName();
        var node = new Protobuf();
        Array.ForEach(inputs, input => node.Add(1, input));
        for (var i = 0; i < output; i++)
        {
            node.Add(2, string.Empty);
        }

        node.Add(2, name).Add(3, name).Add(4, op);
        Array.ForEach(attributes, attribute => node.Add(5, attribute));
        _graph.Add(1, node);
        return name;
    }

    private string Constant(PeerWeight weight)
    {
        var name = NewName();
        var tensor = new Protobuf();
        Array.ForEach(weight.Shape, axis => tensor.Add(1, axis));
        _graph.Add(5, tensor.Add(2, Float).Add(8, name).Add(9, weight.Values));
        return name;
    }

    private string Axis(long axis)
    {
        var name = NewName();
        _graph.Add(5, new Protobuf().Add(1, 1).Add(2, Int64).Add(7, axis).Add(8, name));
        return name;
    }

    private string NewName() => $"v{_names++}";

    private static Protobuf Attribute(string name, long[] values)
    {
        var attribute = new Protobuf().Add(1, name).Add(20, 7);
        Array.ForEach(values, value => attribute.Add(8, value));
        return attribute;
    }

    private static Protobuf Attribute(string name, long value) => new Protobuf().Add(1, name).Add(20, 2).Add(3, value);

    private static Protobuf Attribute(string name, float value) =>
        new Protobuf().Add(1, name).Add(20, 1).Add(2, value);

    private static Protobuf Attribute(string name, string text) =>
        new Protobuf().Add(1, name).Add(20, 3).Add(4, text);

    // Samples of one batch, whose size has a name rather than a number.
    private static Protobuf Value(string name, int type, int[] sample)
    {
        var shape = new Protobuf().Add(1, new Protobuf().Add(2, "batch"));
        Array.ForEach(sample, axis => shape.Add(1, new Protobuf().Add(1, axis)));
        var tensor = new Protobuf().Add(1, type).Add(2, shape);
        return new Protobuf().Add(1, name).Add(2, new Protobuf().Add(1, tensor));
    }
}
