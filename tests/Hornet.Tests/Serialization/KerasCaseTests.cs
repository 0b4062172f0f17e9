using System.Text.Json;
using Hornet.Serialization;

namespace Hornet.Tests;

public class KerasCaseTests
{
    [Theory]
    [InlineData("Dense", "dense")]
    [InlineData("Conv2DTranspose", "conv2d_transpose")]
    [InlineData("ConvLSTM1D", "conv_lstm1d")]
    [InlineData("LeakyReLU", "leaky_re_lu")]
    [InlineData("ReLU", "re_lu")]
    [InlineData("KLDivergence", "kl_divergence")]
    [InlineData("F1Score", "f1_score")]
    [InlineData("STFTSpectrogram", "stft_spectrogram")]
    [InlineData("Int4DTypePolicy", "int4d_type_policy")]
    [InlineData("StackedRNNCells", "stacked_rnn_cells")]
    [InlineData("SparseTopKCategoricalAccuracy", "sparse_top_k_categorical_accuracy")]
    [InlineData("My_Layer", "my__layer")]
    public void A_class_name_is_Kerass_automatic_name(string name, string expected) =>
        Assert.Equal(expected, KerasCase.OfClass(name));

    [Theory]
    [InlineData("_kernel", "_kernel")]
    [InlineData("Dense1", "dense_1")]
    [InlineData("_dense12", "_dense_12")]
    [InlineData("Conv2D", "conv2d")]
    [InlineData("Conv2D1", "conv2d_1")]
    [InlineData("l1RegularizationStrength", "l1_regularization_strength")]
    [InlineData("beta2Decay", "beta_2_decay")]
    [InlineData("_Layer", "_layer")]
    [InlineData("RMSNorm", "rms_norm")]
    [InlineData("x", "x")]
    public void A_member_is_a_Python_name(string name, string expected) =>
        Assert.Equal(expected, KerasCase.OfMember(name));

    [Fact]
    public void Every_constructor_parameter_of_Keras_comes_back_from_its_name_in_NETs_case()
    {
        using var api = JsonDocument.Parse(File.ReadAllBytes(Repository.PathOf("tests/corpus/keras_api.json")));
        var names = api.RootElement.EnumerateArray()
            .Where(entry => entry.GetProperty("kind").GetString() == "class")
            .Where(entry => entry.GetProperty("signature").ValueKind == JsonValueKind.Array)
            .SelectMany(entry => entry.GetProperty("signature").EnumerateArray())
            .Select(parameter => parameter.GetProperty("name").GetString()!)
            .ToHashSet();

        Assert.NotEmpty(names);
        Assert.All(names, name => Assert.Equal(name, KerasCase.OfMember(Camel(name))));
    }

    private static string Camel(string name) => string.Concat(name.Split('_').Select((word, i) =>
        i == 0 || word.Length == 0 ? word : char.ToUpperInvariant(word[0]) + word[1..]));
}
