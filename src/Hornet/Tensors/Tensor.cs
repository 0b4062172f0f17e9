namespace Hornet;

/// <summary>
/// An array of numbers (<see cref="EagerTensor"/>), or the promise of one (<see cref="KerasTensor"/>).
/// </summary>
public abstract partial class Tensor
{
    private static long s_lastId;

    private protected Tensor()
    {
    }

    /// <summary>The shape and the dtype.</summary>
    public abstract TensorSpec Spec { get; }

    /// <summary>The sizes of the axes, null where unknown.</summary>
    public Shape Shape => Spec.Shape;

    /// <summary>The element type.</summary>
    public DType DType => Spec.DType;

    /// <summary>The number of axes.</summary>
    public int Rank => Spec.Shape.Rank;

    /// <summary>Whether this is a C# literal, which takes the dtype of the tensor beside it.</summary>
    internal virtual bool IsWeak => false;

    /// <summary>What a tape and a program know this tensor by, so that they need not keep it alive.</summary>
    internal long Id { get; } = Interlocked.Increment(ref s_lastId);

    /// <summary>Which of the steps of a sequence count; null where all do. Layers hand it on.</summary>
    internal Tensor? KerasMask { get; set; }

    /// <summary>A copy of the elements, in row-major order. Only an eager tensor has any.</summary>
    /// <typeparam name="T">The .NET type of the elements; <see cref="float"/> also for bfloat16 and
    /// float16.</typeparam>
    /// <exception cref="InvalidOperationException">The tensor is symbolic, or of a computation being
    /// traced.</exception>
    /// <exception cref="ArgumentException">The elements are of another type.</exception>
    public virtual T[] ToArray<T>() => throw new InvalidOperationException(WhyNoData);

    /// <summary>A copy of the elements as an array of this tensor's rank: a <c>float[,]</c> of a matrix.</summary>
    /// <exception cref="InvalidOperationException">The tensor is symbolic, or of a computation being
    /// traced.</exception>
    public virtual Array ToArray() => throw new InvalidOperationException(WhyNoData);

    /// <summary>The only element of a tensor that has just one.</summary>
    /// <exception cref="InvalidOperationException">The tensor has no data, or not exactly one element.</exception>
    public T Item<T>() => ToArray<T>() is [var item] ? item : throw new InvalidOperationException(
        $"Expected a tensor of one element. Received: {Spec}.");

    /// <summary>Why this tensor has no data, and the way out.</summary>
    private protected abstract string WhyNoData { get; }

    /// <summary>The dtype, the shape and, of a small eager tensor, the elements.</summary>
    public override string ToString() => this is EagerTensor { IsDisposed: false } ? TensorText.Of(this) : $"{Spec}";
}
