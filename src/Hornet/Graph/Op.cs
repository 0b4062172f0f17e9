namespace Hornet;

/// <summary>The description of an operation without weights: its static arguments, and how it is computed.</summary>
/// <remarks>
/// A record, so that equal operations are equal (a program merges them) and print their arguments. What has a name and
/// nodes in a graph is an <see cref="Operation"/>: one is made around an op for each of its symbolic uses.
/// </remarks>
internal abstract record Op
{
    /// <summary>Keras's name of the class: the record's, without the suffix Op.</summary>
    internal string ClassName => GetType().Name[..^2];

    /// <summary>Applies this operation to any kind of tensor. The only way in.</summary>
    public Tensor Apply(params ReadOnlySpan<Tensor> inputs) => Boundary.Enter(this, inputs)[0];

    /// <inheritdoc cref="Apply"/>
    public Tensor[] ApplyMany(params ReadOnlySpan<Tensor> inputs) => Boundary.Enter(this, inputs);

    /// <summary>The results for eager or traced inputs.</summary>
    public abstract Tensor[] Call(ReadOnlySpan<Tensor> inputs);
}

/// <summary>An operation written in other operations: nothing else is said of it.</summary>
internal abstract record Composite : Op
{
    public sealed override Tensor[] Call(ReadOnlySpan<Tensor> inputs) => ComputeMany(inputs);

    protected abstract Tensor Compute(ReadOnlySpan<Tensor> inputs);

    /// <summary>The results, where there are several.</summary>
    protected virtual Tensor[] ComputeMany(ReadOnlySpan<Tensor> inputs) => [Compute(inputs)];
}
