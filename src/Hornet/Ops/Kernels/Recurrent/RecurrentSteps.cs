using Hornet.Native;

namespace Hornet;

/// <summary>What a recurrent cell computes at a step of one row, element by element: the rest is products.</summary>
/// <remarks>
/// The sizes are in units. Of h · U, the last columns may have to wait for a part of the step: their gradient is at
/// <see cref="SecondAt"/> in the gradients' row.
/// </remarks>
internal abstract class RecurrentSteps<T>(int units)
    where T : unmanaged
{
    public int Units => units;

    /// <summary>How many parts x · W has.</summary>
    public abstract int Gates { get; }

    /// <summary>How many states there are.</summary>
    public virtual int States => 1;

    /// <summary>How many parts the way back needs; x · W is in the first, the second state in the last.</summary>
    public virtual int Kept => Gates;

    /// <summary>How many parts the gradient by what the step added up has; that by x · W is first.</summary>
    public virtual int Gradients => Gates;

    /// <summary>How many parts of U are multiplied by h at once.</summary>
    public virtual int First => Gates;

    /// <summary>How many parts of U have their gradient at the beginning.</summary>
    public virtual int FirstBack => Gates;

    /// <summary>Where the gradient by the product with the other parts of U is.</summary>
    public virtual int SecondAt => 0;

    /// <summary>Whether those are multiplied by something else than h, which a first part of the step gives.</summary>
    public bool IsTwofold => First < Gates;

    /// <summary>How many elements a step leaves for the weights: its gradients, then what the products took.</summary>
    public int Left => (Gradients + (IsTwofold ? 2 : 1)) * units;

    /// <summary>Makes h, and what is kept, of x · W and h · U; or a first part of that.</summary>
    public abstract void Forward(in ForwardRow row);

    /// <summary>The second part.</summary>
    public virtual void Finish(in ForwardRow row)
    {
    }

    /// <summary>Keeps what the way back needs of a step that does not count.</summary>
    public virtual void Skip(in ForwardRow row)
    {
    }

    /// <summary>Makes the gradient by what was added up, and what of those by the states goes straight back.</summary>
    public abstract void Backward(in BackwardRow row);

    /// <summary>The rest of that, once the gradient by the second product's operand is known.</summary>
    public virtual void FinishBackward(in BackwardRow row)
    {
    }

    /// <summary>The bias as it is added: to as many parts as gradients.</summary>
    public virtual void ReadBias(Address bias, Address sums) =>
        bias.Span<T>(Gates * units).CopyTo(sums.Span<T>(Gates * units));

    /// <summary>The bias's gradient of the sums of the gradients.</summary>
    public virtual void WriteBias(Address sums, Address bias) =>
        sums.Span<T>(Gates * units).CopyTo(bias.Span<T>(Gates * units));
}

/// <summary>What a row has at a step.</summary>
/// <param name="Kept">x · W, which is replaced by what the way back needs.</param>
/// <param name="Product">h · U</param>
/// <param name="Bias">What is added.</param>
/// <param name="H">h before, which is replaced by that after.</param>
/// <param name="C">The other state, likewise.</param>
/// <param name="Recalled">What the second product takes.</param>
internal readonly record struct ForwardRow(
    Address Kept, Address Product, Address Bias, Address H, Address C, Address Recalled);

/// <summary>What a row has at a step on the way back.</summary>
/// <param name="Kept">What was kept.</param>
/// <param name="H">h before the step.</param>
/// <param name="C">The other state before the step.</param>
/// <param name="GradientH">The gradient by h after the step, which is replaced by a part of that before.</param>
/// <param name="GradientC">The gradient by the other state after the step, which is replaced by that before.</param>
/// <param name="Gradient">The gradient by what was added up.</param>
/// <param name="Product">The gradient by what the second product took.</param>
/// <param name="Recalled">What the second product took.</param>
internal readonly record struct BackwardRow(
    Address Kept, Address H, Address C, Address GradientH, Address GradientC, Address Gradient, Address Product,
    Address Recalled);
