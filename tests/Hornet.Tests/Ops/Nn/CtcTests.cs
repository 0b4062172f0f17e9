using Hornet.Testing;

namespace Hornet.Tests;

public sealed class CTCLossOpTests
{
    private static readonly EagerTensor s_labels = Tensor.From([2, 3], [1, 1, 2, 2, 0, 0]);
    private static readonly EagerTensor s_labelCounts = Tensor.From([2], [3, 1]);
    private static readonly EagerTensor s_frameCounts = Tensor.From([2], [5, 4]);

    [Fact]
    public void Keeps_the_contract() => OpContract.Check(
        t => Ops.CtcLoss(s_labels, Ops.BroadcastTo(t[0], [2, 5, 4]), s_labelCounts, s_frameCounts), [2, 5, 4]);

    [Fact]
    public void Adds_up_all_alignments()
    {
        // Of two frames with classes of probability 1/3 the label 1 is (1 1), (1 _) or (_ 1).
        var loss = Ops.CtcLoss(new[,] { { 1 } }, new float[1, 2, 3], new[] { 1 }, new[] { 2 });

        Assert.Equal(-Math.Log(3.0 / 9), loss.Item<float>(), 1e-5);
    }

    [Fact]
    public void Says_what_does_not_fit()
    {
        Assert.Throws<ShapeException>(() => Ops.CtcLoss(new int[2, 3], new float[1, 5, 4], new int[2], new int[1]));
        Assert.Throws<ShapeException>(
            () => Ops.CtcLoss(new int[1, 3], new float[1, 5, 4], new int[1], new int[1], maskIndex: 4));
    }
}

public sealed class AlignmentLossOpTests
{
    [Fact]
    public void Of_no_labels_is_that_of_masks_only()
    {
        var loss = Ops.CtcLoss(new int[1, 0], new float[1, 2, 4], new[] { 0 }, new[] { 2 });

        Assert.Equal(2 * Math.Log(4), loss.Item<float>(), 1e-5);
    }
}

public sealed class CTCDecodeOpTests
{
    private static readonly EagerTensor s_scores = Tensor.From(
        [1, 4, 3], [0f, 5, 1, 0, 5, 1, 5, 0, 0, 0, 1, 5]);

    [Fact]
    public void Keeps_the_contract()
    {
        var lengths = Tensor.From([1], [4]);
        OpContract.CheckShapes(t => Ops.CtcDecode(t[0], lengths).Labels, s_scores);
        OpContract.Check(t => Ops.CtcDecode(Ops.BroadcastTo(t[0], [1, 4, 3]), lengths).Scores, [1, 4, 3]);
    }

    [Fact]
    public void Leaves_out_repetitions_and_masks()
    {
        Assert.Equal(new[] { 1, 2, -1, -1 }, Ops.CtcDecode(s_scores, new[] { 4 }).Labels.ToArray<int>());
        Assert.Equal(
            new[] { 1, 1, 2, -1 }, Ops.CtcDecode(s_scores, new[] { 4 }, mergeRepeated: false).Labels.ToArray<int>());
        Assert.Equal(new[] { 1, -1, -1, -1 }, Ops.CtcDecode(s_scores, new[] { 2 }).Labels.ToArray<int>());
        Assert.Equal(-20, Ops.CtcDecode(s_scores, new[] { 4 }).Scores.Item<float>());
    }

    [Fact]
    public void Finds_the_best_paths_with_a_beam()
    {
        var (labels, scores) = Ops.CtcDecode(s_scores, new[] { 4 }, "beam_search", beamWidth: 5, topPaths: 2);

        Assert.Equal([2, 1, 4], labels.Shape);
        Assert.Equal(new[] { 1, 2, -1, -1 }, labels.ToArray<int>()[..4]);
        Assert.True(scores.ToArray<float>()[0] > scores.ToArray<float>()[1]);
    }

    [Fact]
    public void Says_what_does_not_fit()
    {
        Assert.Throws<ArgumentException>(() => Ops.CtcDecode(s_scores, new[] { 4 }, strategy: "best"));
        Assert.Throws<ShapeException>(() => Ops.CtcDecode(s_scores, new[] { 4, 4 }));
    }
}

public sealed class DecodeOpTests
{
    [Fact]
    public void Of_fewer_paths_than_asked_for_the_rest_are_empty()
    {
        var (labels, scores) = Ops.CtcDecode(new float[1, 1, 2], new[] { 1 }, "beam_search", topPaths: 3);

        Assert.Equal(new[] { -1, -1 }, labels.ToArray<int>()[1..]);
        Assert.Equal(float.NegativeInfinity, scores.ToArray<float>()[2]);
    }
}
