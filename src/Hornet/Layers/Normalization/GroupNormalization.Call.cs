namespace Hornet.Layers;

/// <content>How it computes.</content>
public sealed partial class GroupNormalization
{
    /// <inheritdoc/>
    protected override void Build(Shape inputShape)
    {
        ArgumentNullException.ThrowIfNull(inputShape);
        var channels = inputShape[inputShape.Resolve(Axis, $"{ClassName} '{Name}'")] ?? throw Unfit(
            $"a known number of channels in axis {Axis}", new(inputShape, ComputeDType));
        Groups = Groups == -1 ? channels : Groups;
        if (Groups < 1 || Groups > channels || channels % Groups != 0)
        {
            throw new ArgumentException(
                $"{ClassName} '{Name}': expected a number of groups that divides the {channels} channels evenly. " +
                $"Received: groups={Groups}, an input of shape {inputShape}.");
        }

        InputSpec = [new InputSpec(ndim: inputShape.Rank, axes: new Dictionary<int, int?> { [Axis] = channels })];
        Gamma = Scale
            ? AddWeight(
                "gamma", [channels], GammaInitializer, regularizer: GammaRegularizer, constraint: GammaConstraint,
                autocast: false)
            : null;
        Beta = Center
            ? AddWeight(
                "beta", [channels], BetaInitializer, regularizer: BetaRegularizer, constraint: BetaConstraint,
                autocast: false)
            : null;
    }

    // (x − mean) / √(variance + ε) · gamma + beta, the moments over all of a group but the batch
    /// <inheritdoc/>
    protected override Tensor Call(Tensor x, CallContext context)
    {
        ArgumentNullException.ThrowIfNull(x);
        var channelAxis = x.Shape.Resolve(Axis, ClassName);
        int[] spatial = [.. Enumerable.Range(1, x.Rank - 1).Where(axis => axis != channelAxis)];
        var wide = x.DType == DType.Float64 ? x : Ops.Cast(x, DType.Float32);

        // Each channel's own moments, then those of its group: a group's channels have as many elements each.
        var own = Reduced(wide, spatial);
        var mean = OfGroup(own);
        var centred = wide - Spread(mean, spatial);
        var variance = OfGroup(Reduced(Ops.Square(centred), spatial));
        var factor = Spread(Ops.Rsqrt(variance + Epsilon) * (Gamma?.Raw ?? Ops.OnesLike(mean)), spatial);
        var y = Beta is null ? centred * factor : centred * factor + Spread(Ops.ZerosLike(mean) + Beta.Raw, spatial);
        return Ops.Cast(y, ComputeDType);
    }

    private static Tensor Reduced(Tensor x, int[] spatial) => spatial.Length == 0 ? x : Ops.Mean(x, spatial);

    // (batch, channels) as (batch, channels, 1, …), wherever the channels are.
    private static Tensor Spread(Tensor x, int[] spatial) => spatial.Length == 0 ? x : Ops.ExpandDims(x, spatial);

    // The mean over the channels of a group, for each of them.
    private Tensor OfGroup(Tensor x)
    {
        var (channels, size) = (x.Shape[1]!.Value, x.Shape[1]!.Value / Groups);
        var groups = Ops.Mean(Ops.ReshapeSamples(x, [Groups, size]), axis: 2, keepdims: true);
        return Ops.ReshapeSamples(Ops.Repeat(groups, size, axis: 2), [channels]);
    }
}
