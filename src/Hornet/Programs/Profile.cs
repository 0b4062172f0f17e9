using System.Diagnostics;

namespace Hornet.Programs;

/// <summary>Adds up, by primitive, where the time of replayed programs goes while it is open.</summary>
/// <remarks>For measurements of one thread at a time: opening it is seen by every thread.</remarks>
internal sealed class Profile : IDisposable
{
    private const int MostShapes = 16; // a kernel that updates all variables has hundreds

    private static volatile Profile? s_current;

    private readonly Dictionary<string, (long Ticks, int Count)> _rows = new(StringComparer.Ordinal);

    public Profile() => s_current = this;

    public static Profile? Current => s_current;

    /// <summary>Microseconds and calls of each primitive with each shapes of its inputs, the longest first.</summary>
    public IReadOnlyList<(string Name, double Microseconds, int Count)> Rows =>
        [.. _rows.OrderByDescending(row => row.Value.Ticks).Select(row =>
            (row.Key, row.Value.Ticks * 1e6 / Stopwatch.Frequency, row.Value.Count))];

    public void Dispose() => s_current = null;

    public void Add(Program program, Instruction instruction, long ticks)
    {
        var shapes = instruction.Inputs.Take(MostShapes).Select(value => program.Specs[value].Shape.ToString())
            .Concat(instruction.Inputs.Skip(MostShapes).Take(1).Select(_ => "…"));
        var name = instruction.Primitive is KernelOp kernel ? kernel.Title : instruction.Primitive.ClassName;
        name = $"{name.Split('{')[0].Trim()} {string.Join(' ', shapes)}";
        var (before, count) = _rows.GetValueOrDefault(name);
        _rows[name] = (before + ticks, count + 1);
    }
}
