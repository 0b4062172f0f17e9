namespace Hornet.Tests;

public class CategoricalDrawTests
{
    [Fact]
    public void Any_cut_of_the_rows_gives_the_same_classes()
    {
        float[] logits = [0.1f, 0.5f, -0.3f, 1, 0, 0, 0.2f, 0.2f, 0.1f];
        var whole = new int[3 * 40];
        var part = new int[40];
        CategoricalDraw.Fill(new RandomKey(1, 2), 0, logits, 3, 40, whole, Precision.Single);
        CategoricalDraw.Fill(new RandomKey(1, 2), 2, logits.AsSpan(6), 3, 40, part, Precision.Single);
        Assert.Equal(whole[80..], part);
    }

    [Fact]
    public void A_logit_that_is_not_a_number_wins()
    {
        var classes = new int[5];
        CategoricalDraw.Fill(new RandomKey(1, 2), 0, [9, float.NaN, 9], 3, 5, classes, Precision.Single);
        Assert.All(classes, x => Assert.Equal(1, x));
    }
}
