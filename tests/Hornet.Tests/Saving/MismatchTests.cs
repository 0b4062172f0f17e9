using Hornet.Layers;
using Hornet.Saving;

namespace Hornet.Tests;

/// <summary>Weights that do not fit.</summary>
public sealed class MismatchTests : IDisposable
{
    private readonly SavedModels _files = new();

    public void Dispose() => _files.Dispose();

    [Fact]
    public void All_that_does_not_fit_is_listed_with_its_shapes()
    {
        SavedModels.Small(units: 3).SaveWeights(_files["a.weights.h5"]);
        var error = Assert.Throws<KerasFileException>(
            () => SavedModels.Small(units: 5).LoadWeights(_files["a.weights.h5"]));
        Assert.Contains("layers/dense/vars: Dense 'first': '0'", error.Message);
        Assert.Contains("expected shape (4, 5), found (4, 3)", error.Message);
        Assert.Contains("expected shape (5,), found (3,)", error.Message);
        Assert.Contains("layers/dense_1/vars: Dense 'second': '0'", error.Message);
        Assert.Contains("expected shape (5, 2), found (3, 2)", error.Message);
    }

    [Fact]
    public void A_layer_that_the_file_has_not_is_named()
    {
        SavedModels.Small().SaveWeights(_files["a.weights.h5"]);
        var larger = new Sequential([Keras.Input([4]), new Dense(3), new Dense(2), new Dense(1, name: "third")]);
        var error = Assert.Throws<KerasFileException>(() => larger.LoadWeights(_files["a.weights.h5"]));
        Assert.Contains("layers/dense_2/vars: Dense 'third': expected 2 values, found 0", error.Message);
    }

    [Fact]
    public void What_does_not_fit_can_be_skipped_with_a_warning()
    {
        var saved = SavedModels.Small();
        saved.SaveWeights(_files["a.weights.h5"]);
        var other = new Sequential([Keras.Input([4]), new Dense(3), new Dense(7)]);
        var last = SavedModels.WeightsOf(other)[2];
        var heard = new List<string>();
        Warnings.Raised += heard.Add;
        try
        {
            other.LoadWeights(_files["a.weights.h5"], skipMismatch: true);
        }
        finally
        {
            Warnings.Raised -= heard.Add;
        }

        Assert.Contains(heard, text => text.Contains("layers/dense_1/vars", StringComparison.Ordinal));
        Assert.Equal(SavedModels.WeightsOf(saved)[0], SavedModels.WeightsOf(other)[0]);
        Assert.Equal(last, SavedModels.WeightsOf(other)[2]);
    }

    [Fact]
    public void A_model_without_weights_loads_none()
    {
        SavedModels.Small().SaveWeights(_files["a.weights.h5"]);
        var error = Assert.Throws<KerasFileException>(
            () => new Sequential([new Dense(3)]).LoadWeights(_files["a.weights.h5"]));
        Assert.Contains("has no weights yet", error.Message);
    }
}
