using System.Text;

namespace Hornet.Saving.Hdf5;

/// <summary>Writes the members of a group: their names in a heap, their places in leaves below a tree.</summary>
internal sealed class Hdf5Index
{
    /// <summary>Leaves have up to twice as many members.</summary>
    public const int HalfLeaf = 4;

    /// <summary>Nodes of the tree have up to twice as many leaves or nodes below.</summary>
    public const int HalfNode = 16;

    private const int LeafSize = 8 + (2 * HalfLeaf * 40);
    private const int NodeSize = 24 + (8 * ((4 * HalfNode) + 1));
    private const long NothingFree = 1;

    private readonly Hdf5Blocks _blocks;

    private Hdf5Index(Hdf5Blocks blocks) => _blocks = blocks;

    /// <summary>Adds the index of a group.</summary>
    public static (long Tree, long Heap) Add(Hdf5Blocks blocks, IReadOnlyDictionary<string, Hdf5Entry> entries)
    {
        var members = entries.Select(entry => (Name: Encoding.UTF8.GetBytes(entry.Key), Entry: entry.Value)).ToList();
        members.Sort((one, other) => one.Name.AsSpan().SequenceCompareTo(other.Name));
        var names = new long[members.Count];
        var heap = AddNames(blocks, [.. members.Select(member => member.Name)], names);
        var index = new Hdf5Index(blocks);
        var below = members.Zip(names, (member, name) => (member.Entry, name)).Chunk(2 * HalfLeaf)
            .Select(index.AddLeaf).ToArray();
        var level = 0;
        do
        {
            below = index.AddNodes(below, level);
            level++;
        }
        while (below.Length > 1);

        return (below[0].Address, heap);
    }

    // The empty name comes first: it is less than all others.
    private static long AddNames(Hdf5Blocks blocks, byte[][] texts, long[] offsets)
    {
        var names = Hdf5Messages.Build(names =>
        {
            names.Write(0UL);
            for (var i = 0; i < texts.Length; i++)
            {
                offsets[i] = names.BaseStream.Length;
                names.Write(texts[i]);
                names.Write(new byte[Hdf5Blocks.Padded(texts[i].Length + 1) - texts[i].Length]);
            }
        });
        var address = blocks.Add(names);
        return blocks.Add(Hdf5Messages.Build(heap =>
        {
            heap.Write("HEAP"u8);
            heap.Write(0);
            heap.Write((long)names.Length);
            heap.Write(NothingFree);
            heap.Write(address);
        }));
    }

    private (long Address, long LastName) AddLeaf((Hdf5Entry Entry, long Name)[] members)
    {
        var address = _blocks.Add(Hdf5Messages.Build(LeafSize, leaf =>
        {
            leaf.Write("SNOD"u8);
            leaf.Write((ushort)1);
            leaf.Write((ushort)members.Length);
            foreach (var (entry, name) in members)
            {
                leaf.Write(name);
                entry.Write(leaf);
            }
        }));
        return (address, members[^1].Name);
    }

    // Between two addresses stands the last name of what the first leads to.
    private (long Address, long LastName)[] AddNodes((long Address, long LastName)[] below, int level)
    {
        var parts = below.Length == 0 ? [[]] : below.Chunk(2 * HalfNode).ToArray();
        var first = Hdf5Blocks.Padded(_blocks.Length);
        var nodes = new (long Address, long LastName)[parts.Length];
        for (var i = 0; i < parts.Length; i++)
        {
            var before = i == 0 ? 0 : nodes[i - 1].LastName;
            var address = _blocks.Add(Hdf5Messages.Build(NodeSize, node =>
            {
                node.Write("TREE"u8);
                node.Write([0, (byte)level]);
                node.Write((ushort)parts[i].Length);
                node.Write(i == 0 ? -1 : first + (NodeSize * (i - 1L)));
                node.Write(i == parts.Length - 1 ? -1 : first + (NodeSize * (i + 1L)));
                node.Write(before);
                foreach (var (child, lastName) in parts[i])
                {
                    node.Write(child);
                    node.Write(lastName);
                }
            }));
            nodes[i] = (address, parts[i].Length == 0 ? 0 : parts[i][^1].LastName);
        }

        return nodes;
    }
}
