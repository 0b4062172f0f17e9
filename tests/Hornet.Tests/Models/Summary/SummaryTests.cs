using Hornet.Layers;

namespace Hornet.Tests;

public sealed class SummaryTests
{
    [Fact]
    public void A_summary_is_printed_at_once()
    {
        var calls = 0;
        new Sequential([Keras.Input([4]), new Dense(2)]).Summary(printFn: _ => calls++);
        Assert.Equal(1, calls);
    }

    [Fact]
    public void A_summary_too_narrow_for_its_columns_is_refused()
    {
        var model = new Sequential([Keras.Input([4]), new Dense(2)]);
        Assert.Throws<ArgumentException>(() => model.Summary(lineLength: 8, printFn: _ => { }));
    }

    [Fact]
    public void A_word_longer_than_its_column_is_cut()
    {
        var text = string.Empty;
        new Sequential([Keras.Input([4]), new Dense(2, name: new string('x', 30))])
            .Summary(lineLength: 40, printFn: received => text = received);
        Assert.Contains("xxx…", text, StringComparison.Ordinal);
    }
}
