using Hornet.Saving;

namespace Hornet;

/// <content>Files of models and of their weights.</content>
public partial class Model
{
    /// <summary>Reads the weights from a file that Hornet or Keras saved, of this model or of one built alike.</summary>
    /// <remarks>
    /// <c>.weights.h5</c>, <c>.weights.json</c> (weights in several files), <c>.keras</c>, and the older <c>.h5</c>
    /// files. Layers are found by their place in the model, not by their names.
    /// </remarks>
    /// <param name="path">The file.</param>
    /// <param name="skipMismatch">Whether layers whose weights do not fit stay as they are, with a warning.</param>
    /// <exception cref="KerasFileException">The file is damaged, or does not fit: the message lists all that does
    /// not, with the expected and the found shapes.</exception>
    /// <example><code>
    /// model.SaveWeights("digits.weights.h5");
    /// model.LoadWeights("digits.weights.h5");
    /// </code></example>
    public void LoadWeights(string path, bool skipMismatch = false)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        if (path.EndsWith(".json", StringComparison.Ordinal))
        {
            ModelReader.LoadShards(this, path, skipMismatch);
            return;
        }

        using var file = FileOpening.Open(path);
        LoadWeights(file, skipMismatch);
    }

    /// <inheritdoc cref="LoadWeights(string, bool)"/>
    /// <param name="stream">A stream of the file's bytes.</param>
    /// <param name="skipMismatch">Whether layers whose weights do not fit stay as they are, with a warning.</param>
    public void LoadWeights(Stream stream, bool skipMismatch = false)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ModelReader.LoadWeights(this, stream, skipMismatch);
    }
}
