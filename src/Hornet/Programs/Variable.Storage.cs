using Hornet.Native;
using Hornet.Programs;

namespace Hornet;

/// <content>
/// Where the value lies. A program that has it to itself overwrites it; whoever else reads it then waits a moment.
/// </content>
public sealed partial class Variable
{
    /// <summary>The value's memory, kept until it is given back.</summary>
    internal Storage Borrow()
    {
        var wait = default(SpinWait);
        while (true)
        {
            lock (_lock)
            {
                var storage = Made();
                if (!storage.IsWritten)
                {
                    storage.Readers++;
                    return storage;
                }
            }

            wait.SpinOnce();
        }
    }

    /// <summary>Ends what <see cref="Borrow"/> began.</summary>
    internal void Return(Storage storage)
    {
        lock (_lock)
        {
            storage.Readers--;
            storage.FreeIfUnused();
        }
    }

    /// <summary>Whether its borrower may overwrite the value: nobody else reads, holds or has replaced it.</summary>
    internal bool TryBeginWriting(Storage storage)
    {
        lock (_lock)
        {
            return storage.IsWritten = storage == _storage && storage is { Readers: 1, IsShared: false };
        }
    }

    internal void EndWriting(Storage storage)
    {
        lock (_lock)
        {
            storage.IsWritten = false;
        }
    }

    /// <summary>Takes over another value.</summary>
    /// <param name="value">The value.</param>
    /// <param name="isShared">Whether a tensor may use the same memory.</param>
    internal void Replace(TensorHandle value, bool isShared = true)
    {
        lock (_lock)
        {
            var old = _storage;
            _storage = new Storage(value, isShared);
            (_snapshot, _first) = (null, null);
            old?.Retire();
        }
    }

    // Under the lock.
    private Storage Made()
    {
        if (_first is not null)
        {
            Make(_first);
            _first = null;
        }

        return _storage!;
    }

    // By itself, since a method with a lambda allocates what the lambda takes each time that it is called.
    private void Make(Func<Tensor> first) => Trace.Pause(() =>
    {
        var value = first();
        var cast = Eager(value.DType == DType ? value : Ops.Cast(value, DType));
        _storage = new Storage(cast.Handle.NewReference(), isShared: true);
        GC.KeepAlive(cast);
    });

    // The same tensor until the next assignment, so that a tape knows it again.
    private EagerTensor Snapshot()
    {
        var storage = Borrow();
        try
        {
            lock (_lock)
            {
                if (storage != _storage)
                {
                    return new EagerTensor(storage.Handle.NewReference());
                }

                storage.IsShared = true;
                return _snapshot is { IsDisposed: false } snapshot
                    ? snapshot
                    : _snapshot = new EagerTensor(storage.Handle.NewReference());
            }
        }
        finally
        {
            Return(storage);
        }
    }

    /// <summary>One value, and who uses it. Its variable's lock guards it.</summary>
    internal sealed class Storage(TensorHandle handle, bool isShared)
    {
        public TensorHandle Handle { get; } = handle;

        private readonly bool _isDense = handle.IsContiguous;

        /// <summary>Where the elements are now, nowhere if they are not dense.</summary>
        public Address Address => _isDense ? Handle.Address : default;

        public long Bytes { get; } = handle.Bytes;

        public int Readers { get; set; }

        /// <summary>Whether a tensor may use the same memory.</summary>
        public bool IsShared { get; set; } = isShared;

        public bool IsWritten { get; set; }

        private bool IsReplaced { get; set; }

        /// <summary>Frees the memory as soon as nobody reads it.</summary>
        public void Retire()
        {
            IsReplaced = true;
            FreeIfUnused();
        }

        public void FreeIfUnused()
        {
            if (IsReplaced && Readers == 0)
            {
                Handle.Dispose();
            }
        }
    }
}
