namespace Hornet.Programs;

/// <summary>One thing that a replayed program does.</summary>
internal abstract class Step(Instruction instruction, int[] ended)
{
    public Instruction Instruction { get; } = instruction;

    public void Run(Frame frame)
    {
        Compute(frame);
        foreach (var value in ended)
        {
            frame.Handles[value].Dispose();
            frame.Handles[value] = default;
        }
    }

    protected abstract void Compute(Frame frame);
}
