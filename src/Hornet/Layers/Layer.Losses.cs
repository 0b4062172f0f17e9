using Hornet.Programs;

namespace Hornet.Layers;

/// <content>Penalties that a layer adds to the loss.</content>
public abstract partial class Layer
{
    private readonly List<Tensor> _losses = [];

    /// <summary>The penalties of the last call, of this layer and those inside, then those on the weights.</summary>
    public IReadOnlyList<Tensor> Losses
    {
        get
        {
            var losses = new List<Tensor>();
            CollectLosses(losses, new HashSet<object>(ReferenceEqualityComparer.Instance));
            losses.AddRange(TrainableWeights
                .Where(weight => weight.Regularizer is not null)
                .Select(weight => weight.Regularizer!.Apply(weight.Raw)));
            return losses;
        }
    }

    /// <summary>Adds a penalty to the loss; called inside <c>Call</c>.</summary>
    /// <param name="loss">A scalar, or one value for each sample, which are averaged.</param>
    public virtual void AddLoss(Tensor loss)
    {
        ArgumentNullException.ThrowIfNull(loss);
        _losses.Add(loss.Rank == 0 ? loss : Ops.Mean(loss));
    }

    internal void ClearLosses()
    {
        if (_losses.Count > 0)
        {
            _losses.Clear();
        }

        foreach (var layer in OwnLayers)
        {
            layer.ClearLosses();
        }
    }

    private void CollectLosses(List<Tensor> losses, HashSet<object> seen)
    {
        if (!seen.Add(this))
        {
            return;
        }

        // What a trace that has ended left behind has no value any more.
        losses.AddRange(_losses.Where(loss => loss is not TracedTensor { Trace.IsClosed: true }));
        foreach (var layer in OwnLayers)
        {
            layer.CollectLosses(losses, seen);
        }
    }

    /// <summary>Whether the activity regularizer is for this layer's own output, not for that of the layers inside.
    /// </summary>
    private protected virtual bool RegularizesOutput => true;

    // Divided by the batch size, so that the penalty does not depend on it.
    private void RegularizeActivity(Nested<Tensor> outputs)
    {
        if (ActivityRegularizer is null || !RegularizesOutput)
        {
            return;
        }

        foreach (var output in outputs.Flatten())
        {
            var loss = ActivityRegularizer.Apply(output);
            if (output.Rank == 0)
            {
                AddLoss(loss);
            }
            else if (output.Shape[0] is { } batch)
            {
                AddLoss(batch == 0 ? Ops.ZerosLike(loss) : loss / batch);
            }
        }
    }
}
