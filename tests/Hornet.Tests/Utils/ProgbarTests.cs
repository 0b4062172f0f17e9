using Hornet.Utils;

namespace Hornet.Tests;

public sealed class ProgbarTests
{
    [Fact]
    public void Elsewhere_than_on_a_terminal_only_the_finished_line_is_written()
    {
        var text = new StringWriter();
        var bar = new Progbar(target: 2, statelessMetrics: []) { Output = text, IsDynamic = false };

        bar.Update(1, [KeyValuePair.Create("loss", 0.5)]);
        bar.Update(2, [KeyValuePair.Create("loss", 0.25)]);

        Assert.Matches(@"^2/2 ━{20} \d+s \S+/step - loss: 0\.2500\n$", text.ToString());
    }

    [Fact]
    public void On_a_terminal_the_line_is_drawn_again()
    {
        var text = new StringWriter();
        var bar = new Progbar(target: 3, interval: 0) { Output = text, IsDynamic = true };

        for (var step = 1; step <= 3; step++)
        {
            bar.Update(step, [KeyValuePair.Create("loss", 1.0 / step)]);
        }

        Assert.Equal(3, text.ToString().Split('\r').Length - 1);
        Assert.Contains("loss: 0.7500", text.ToString(), StringComparison.Ordinal); // the mean of 1 and 1/2
    }

    [Fact]
    public void Values_are_averaged_or_not_but_not_both() =>
        Assert.Throws<ArgumentException>(() => new Progbar(1, statefulMetrics: ["a"], statelessMetrics: ["b"]));
}
