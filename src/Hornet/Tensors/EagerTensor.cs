using Hornet.Native;

namespace Hornet;

/// <summary>A tensor with data, in native memory (text: in .NET's). Never changes once it is made.</summary>
/// <remarks>Freed by its scope, by <see cref="Dispose"/> or by its finalizer: whichever comes first.</remarks>
public sealed partial class EagerTensor : Tensor, IDisposable
{
    private const long Overhead = 512; // libtorch's own objects around the elements

    private readonly long _bytes;
    private readonly string[]? _text;
    private nint _pointer;
    private TensorSpec? _spec;

    /// <param name="handle">The reference that this tensor takes over.</param>
    /// <param name="scoped">Whether the current scope frees it.</param>
    internal EagerTensor(TensorHandle handle, bool scoped = true)
    {
        _pointer = handle.Pointer;
        _bytes = handle.Bytes + Overhead;
        NativeMemory.Add(_bytes);
        if (scoped)
        {
            TensorScope.Register(this);
        }
    }

    internal EagerTensor(Shape shape, string[] text)
    {
        _text = text;
        _spec = new TensorSpec(shape, DType.String);
        GC.SuppressFinalize(this);
    }

    /// <summary>Frees the memory of a tensor that nobody disposed.</summary>
    ~EagerTensor() => Free();

    /// <inheritdoc/>
    public override TensorSpec Spec => _spec ??= ReadSpec();

    /// <summary>Whether the memory has been freed.</summary>
    public bool IsDisposed => _pointer == 0 && _text is null;

    internal override bool IsWeak => Literal is not null;

    /// <summary>The C# literal that this tensor stands for, where it is one.</summary>
    internal Literal? Literal { get; init; }

    /// <summary>Whether this tensor is shared by all formulas, and so never freed.</summary>
    internal bool IsConstant { get; init; }

    /// <summary>Whether this tensor outlives the scope it was made in.</summary>
    internal bool IsKept { get; set; }

    /// <summary>The elements of a tensor of strings.</summary>
    internal string[] Text => _text ?? throw new InvalidOperationException(
        $"Expected a tensor of strings. Received: {Spec}.");

    internal TensorHandle Handle => _pointer != 0 ? new TensorHandle(_pointer) : throw NoHandle();

    private protected override string WhyNoData => string.Empty;

    /// <summary>Frees the memory at once. The tensor cannot be used afterwards.</summary>
    public void Dispose()
    {
        if (!IsConstant)
        {
            Free();
            GC.SuppressFinalize(this);
        }
    }

    private Exception NoHandle() => _text is not null
        ? new ArgumentException($"Expected a tensor of numbers. Received: {Spec}: text cannot be computed with.")
        : new ObjectDisposedException(
            nameof(EagerTensor), "This tensor was disposed, or freed at the end of the TensorScope it was made in. " +
            "Use it before, or keep it with TensorScope.Keep.");

    private void Free()
    {
        var pointer = Interlocked.Exchange(ref _pointer, 0);
        if (pointer != 0)
        {
            new TensorHandle(pointer).Dispose();
            NativeMemory.Remove(_bytes);
        }
    }

    private TensorSpec ReadSpec()
    {
        var spec = new TensorSpec(Shape.FromSizes(Handle.Sizes), Handle.DType);
        GC.KeepAlive(this);
        return spec;
    }
}
