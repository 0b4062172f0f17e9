namespace Hornet.Tests;

public sealed class NamesTests
{
    [Theory]
    [InlineData("Dense", "dense")]
    [InlineData("Conv2DTranspose", "conv2d_transpose")]
    [InlineData("ConvLSTM2D", "conv_lstm2d")]
    [InlineData("LSTMCell", "lstm_cell")]
    [InlineData("PReLU", "p_re_lu")]
    [InlineData("GlobalMaxPooling1D", "global_max_pooling1d")]
    [InlineData("RMSprop", "rm_sprop")]
    [InlineData("BinaryIoU", "binary_io_u")]
    [InlineData("STFTSpectrogram", "stft_spectrogram")]
    [InlineData("RandomRGBToHSV", "random_rgb_to_hsv")]
    [InlineData("My_Layer", "my__layer")]
    [InlineData("My Layer-2", "my_layer2")]
    [InlineData("A", "a")]
    [InlineData("", "")]
    [InlineData("Größe9Äpfel", "größe9äpfel")]
    public void A_class_name_is_written_in_keras_own_snake_case(string className, string expected) =>
        Assert.Equal(expected, Names.SnakeCase(className));
}
