using Hornet.Optimizers;

namespace Hornet.Tests;

/// <summary>The steps of <see cref="Adafactor"/>, computed by its formula in float64.</summary>
public sealed class AdafactorTests
{
    [Fact]
    public void Steps_are_in_proportion_to_the_variable() =>
        Steps.AreNear([0.7290000f], Steps.Run(new Adafactor(0.1), [1], [0.5f], steps: 3));

    [Fact]
    public void Of_a_matrix_it_keeps_the_means_of_rows_and_columns()
    {
        var optimizer = new Adafactor();

        optimizer.Build([new Variable(new float[2, 3], name: "kernel")]);

        Assert.Equal(
            ["()", "()", "(2,)", "(3,)", "(2, 3)"],
            optimizer.Variables.Select(variable => $"{variable.Shape}"));
    }
}
