using Hornet.Saving;

namespace Hornet;

public static partial class Keras
{
    /// <summary>Makes the model of a file that Hornet or Keras saved, with its weights.</summary>
    /// <remarks>
    /// <c>.keras</c> files and whole models in <c>.h5</c> files. Nothing in a file is run, and nothing outside of it
    /// is read. A file that does not state its compilation gives a model that is not compiled.
    /// </remarks>
    /// <param name="path">The file.</param>
    /// <param name="compile">Whether the model is compiled as it was, its optimizer where it stopped.</param>
    /// <exception cref="KerasFileException">The file is damaged, or the weights do not fit the model.</exception>
    /// <exception cref="Serialization.KerasSerializationException">The configuration is malformed, or names what
    /// Hornet does not have.</exception>
    /// <example><code>
    /// var model = Keras.LoadModel("digits.keras");
    /// model.Fit(images, labels); // goes on where it stopped
    /// </code></example>
    public static Model LoadModel(string path, bool compile = true)
    {
        using var file = FileOpening.Open(path);
        return LoadModel(file, compile);
    }

    /// <inheritdoc cref="LoadModel(string, bool)"/>
    /// <param name="stream">A stream of the file's bytes.</param>
    /// <param name="compile">Whether the model is compiled as it was, its optimizer where it stopped.</param>
    public static Model LoadModel(Stream stream, bool compile = true)
    {
        ArgumentNullException.ThrowIfNull(stream);
        return ModelReader.Load(stream, compile);
    }
}
