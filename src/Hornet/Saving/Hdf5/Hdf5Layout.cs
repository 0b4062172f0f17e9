namespace Hornet.Saving.Hdf5;

/// <summary>Gives every part of a file its place: what lies in a group comes before the group.</summary>
internal sealed class Hdf5Layout
{
    private const ulong Undefined = Hdf5Cursor.Undefined;
    private const int StartSize = 96;

    private readonly Hdf5Blocks _blocks = new();
    private readonly Hdf5TextHeap _texts;

    private Hdf5Layout() => _texts = new Hdf5TextHeap(_blocks);

    /// <summary>The parts of a file.</summary>
    public static Hdf5Blocks Of(Hdf5Node root)
    {
        var layout = new Hdf5Layout();
        var start = new byte[StartSize];
        layout._blocks.Add(start);
        layout.Start(layout.Add(root)).CopyTo(start, 0);
        return layout._blocks;
    }

    private Hdf5Entry Add(Hdf5Node node) => node.Tensor is { } tensor ? AddDataset(node, tensor) : AddGroup(node);

    private Hdf5Entry AddDataset(Hdf5Node node, EagerTensor tensor)
    {
        var size = ByteTensors.Size(tensor);
        var address = size == 0 ? Undefined : (ulong)_blocks.Add(tensor);
        var axes = tensor.Shape.Select(axis => (long)axis!.Value).ToArray();
        return new Hdf5Entry(_blocks.Add(Header(
            node,
            (Hdf5Header.Dataspace, Hdf5Messages.Space(axes)),
            (Hdf5Header.DataType, Hdf5Messages.Type(tensor.DType)),
            (Hdf5Header.FillValue, Hdf5Messages.NoFillValue),
            (Hdf5Header.Layout, Hdf5Messages.Contiguous(address, (ulong)size)))));
    }

    private Hdf5Entry AddGroup(Hdf5Node node)
    {
        var entries = node.Children.ToDictionary(child => child.Key, child => Add(child.Value));
        var (tree, heap) = Hdf5Index.Add(_blocks, entries);
        var header = _blocks.Add(Header(node, (Hdf5Header.SymbolTable, Hdf5Messages.Of(tree, heap))));
        return new Hdf5Entry(header, tree, heap);
    }

    private byte[] Header(Hdf5Node node, params (int Type, byte[] Body)[] own)
    {
        var attributes = node.Attributes.Select(pair => (
            Hdf5Header.Attribute, Hdf5Messages.Attribute(pair.Key, pair.Value.Texts, pair.Value.IsList, _texts)));
        (int Type, byte[] Body)[] messages = [.. own, .. attributes];
        return Hdf5Messages.Build(header =>
        {
            header.Write((ushort)1); // the version
            header.Write((ushort)messages.Length);
            header.Write(1); // one link leads here
            header.Write((uint)messages.Sum(message => 8 + Hdf5Blocks.Padded(message.Body.Length)));
            header.Write(0);
            foreach (var (type, body) in messages)
            {
                header.Write((ushort)type);
                header.Write((ushort)Hdf5Blocks.Padded(body.Length));
                header.Write(type is Hdf5Header.DataType or Hdf5Header.FillValue ? 1 : 0); // whether it never changes
                header.Write(body);
                header.Write(new byte[Hdf5Blocks.Padded(body.Length) - body.Length]);
            }
        });
    }

    private byte[] Start(Hdf5Entry root) => Hdf5Messages.Build(start =>
    {
        start.Write(Hdf5File.Mark);
        start.Write(0); // four versions
        start.Write([0, 8, 8, 0]); // bytes of an address and of a length
        start.Write((ushort)Hdf5Index.HalfLeaf);
        start.Write((ushort)Hdf5Index.HalfNode);
        start.Write(0);
        start.Write(0UL); // where it begins
        start.Write(Undefined);
        start.Write((ulong)_blocks.Length);
        start.Write(Undefined);
        start.Write(0UL); // the root has no name
        root.Write(start);
    });
}
