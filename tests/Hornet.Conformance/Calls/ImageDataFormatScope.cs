namespace Hornet.Conformance;

/// <summary>Sets the global data format of images while a case runs.</summary>
internal sealed class ImageDataFormatScope : IDisposable
{
    private readonly string _before = Keras.Config.ImageDataFormat();

    public ImageDataFormatScope(string? format) => Keras.Config.SetImageDataFormat(format ?? _before);

    public void Dispose() => Keras.Config.SetImageDataFormat(_before);
}
