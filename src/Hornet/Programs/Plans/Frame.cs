using Hornet.Native;

namespace Hornet.Programs;

/// <summary>The memory of one run of a program. One run at a time has it; it is used again by later ones.</summary>
internal sealed class Frame
{
    private readonly Plan _plan;
    private readonly MemoryBlock _arena;
    private readonly TensorHandle[] _copies; // dense ones, of what is borrowed and is not
    private int _copyCount;

    public Frame(Plan plan)
    {
        _plan = plan;
        Handles = new TensorHandle[plan.Program.ValueCount];
        Addresses = new Address[plan.Program.ValueCount];
        Storages = new Variable.Storage[plan.Program.Reads.Count];
        IsOverwritten = new bool[plan.Program.ValueCount];
        _copies = new TensorHandle[plan.Program.Inputs.Count + plan.Program.Reads.Count];
        _arena = new MemoryBlock(plan.Arena.Bytes);
        PlaceInArena();
        LoadConstants();
    }

    ~Frame()
    {
        foreach (var value in _plan.HandlesInArena)
        {
            Handles[value].Dispose();
        }
    }

    public TensorHandle[] Handles { get; }

    public Address[] Addresses { get; }

    public Variable.Storage[] Storages { get; }

    /// <summary>Whether a value lies where its variable's old value was.</summary>
    public bool[] IsOverwritten { get; }

    public bool IsInArena(TensorHandle tensor) => tensor.Address.IsIn(_arena.Start, _arena.Bytes);

    /// <summary>Whether libtorch's operators gave a result that is a view of this memory.</summary>
    public bool IsViewed(TensorHandle tensor) => Array.Exists(
        _plan.ForeignResults, value => Handles[value].Address.IsIn(tensor.Address, tensor.Bytes));

    public void Load(ReadOnlySpan<EagerTensor> inputs)
    {
        var program = _plan.Program;
        for (var i = 0; i < inputs.Length; i++)
        {
            Borrow(program.Inputs[i], inputs[i].Handle);
        }

        for (var i = 0; i < Storages.Length; i++)
        {
            var (value, variable) = program.Reads[i];
            var storage = variable.Borrow();
            Storages[i] = storage;
            Handles[value] = storage.Handle;
            Addresses[value] = storage.Address;
            if (storage.Address == default)
            {
                Borrow(value, storage.Handle);
            }
        }
    }

    /// <summary>A reference to a result. What the run has made has moved then; what is borrowed is shared.</summary>
    public TensorHandle Result(int value)
    {
        if (_plan.IsMovable[value])
        {
            var made = Handles[value];
            Handles[value] = default;
            return made;
        }

        var result = Handles[value].NewReference();
        foreach (var storage in Storages)
        {
            if (result.Address.IsIn(storage.Address, storage.Bytes))
            {
                storage.IsShared = true;
            }
        }

        return result;
    }

    public bool TryBeginWriting(int read) => _plan.Program.Reads[read].Variable.TryBeginWriting(Storages[read]);

    public void EndWriting(int read) => _plan.Program.Reads[read].Variable.EndWriting(Storages[read]);

    /// <summary>Gives back what was borrowed, and frees what the run has made and nothing has taken.</summary>
    public void Clear()
    {
        for (var i = 0; i < Storages.Length; i++)
        {
            if (Storages[i] is { } storage)
            {
                _plan.Program.Reads[i].Variable.Return(storage);
                Storages[i] = null!;
            }
        }

        for (; _copyCount > 0; _copyCount--)
        {
            _copies[_copyCount - 1].Dispose();
        }

        foreach (var value in _plan.Made)
        {
            Handles[value].Dispose();
            Handles[value] = default;
            IsOverwritten[value] = false;
        }
    }

    private void Borrow(int value, TensorHandle handle)
    {
        Handles[value] = handle;
        if (!_plan.ReadByKernels.Contains(value))
        {
            return;
        }

        if (!handle.IsContiguous)
        {
            handle = handle.Contiguous();
            _copies[_copyCount++] = handle;
        }

        Addresses[value] = handle.Address;
    }

    private void PlaceInArena()
    {
        foreach (var value in _plan.Arena.Values)
        {
            Addresses[value] = _arena.Start.Skip<byte>(_plan.Arena.OffsetOf(value));
        }

        foreach (var (value, root) in _plan.Views)
        {
            Addresses[value] = Addresses[root];
        }

        Span<long> strides = stackalloc long[32];
        foreach (var value in _plan.HandlesInArena)
        {
            var spec = _plan.Program.Specs[value];
            TensorHandle.ContiguousStrides(spec.Shape.Sizes, strides);
            Handles[value] = TensorHandle.At(
                Addresses[value], spec.DType, spec.Shape.Sizes, strides[..spec.Shape.Rank]);
        }
    }

    private void LoadConstants()
    {
        foreach (var (value, tensor) in _plan.Program.Constants)
        {
            Handles[value] = tensor.Handle;
            Addresses[value] = tensor.Handle.IsContiguous ? tensor.Handle.Address : default;
        }
    }
}
