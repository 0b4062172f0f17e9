using Hornet.Saving;

namespace Hornet;

/// <content>Files of models and of their weights.</content>
public partial class Model
{
    /// <summary>Saves the model with its weights, how it was compiled, and where its optimizer is: in a
    /// <c>.keras</c> file, or in Keras's older format where the name ends in <c>.h5</c>.</summary>
    /// <remarks>
    /// Keras 3.16 reads the file. It is written beside the one that it replaces and takes its place when it is whole.
    /// </remarks>
    /// <param name="path">The file.</param>
    /// <param name="overwrite">Whether a file that is there is replaced.</param>
    /// <exception cref="ArgumentException">The name ends in something else.</exception>
    /// <exception cref="KerasFileException">The file is there and must not be replaced.</exception>
    /// <example><code>
    /// model.Save("digits.keras");
    /// var copy = Keras.LoadModel("digits.keras");
    /// </code></example>
    public void Save(string path, bool overwrite = true)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        Action<Model, Stream> write = path switch
        {
            _ when path.EndsWith(".keras", StringComparison.Ordinal) => ModelWriter.Write,
            _ when path.EndsWith(".weights.h5", StringComparison.Ordinal) => throw new ArgumentException(
                $"Expected a name that ends in .keras. Received: '{path}', which is a name of weights alone: call "
                + "SaveWeights.", nameof(path)),
            _ when path.EndsWith(".h5", StringComparison.Ordinal)
                || path.EndsWith(".hdf5", StringComparison.Ordinal) => LegacyWriter.Write,
            _ => throw new ArgumentException(
                $"Expected a name that ends in .keras (or .h5, the older format). Received: '{path}'.", nameof(path)),
        };
        WarnIfNotBuilt();
        AtomicFile.Write(path, overwrite, stream => write(this, stream));
    }

    /// <summary>Saves the model into a stream, as a <c>.keras</c> file.</summary>
    /// <param name="stream">Where the bytes go.</param>
    public void Save(Stream stream)
    {
        ArgumentNullException.ThrowIfNull(stream);
        WarnIfNotBuilt();
        ModelWriter.Write(this, stream);
    }

    /// <summary>Saves the weights alone, those of a compiled model's optimizer too: in a <c>.weights.h5</c> file, or
    /// in several with a list of them, a <c>.weights.json</c> file.</summary>
    /// <param name="path">The file; with <paramref name="maxShardSize"/> the list.</param>
    /// <param name="overwrite">Whether files that are there are replaced.</param>
    /// <param name="maxShardSize">The most gibibytes in one of several files; all in one where null.</param>
    /// <exception cref="ArgumentException">The name ends in something else.</exception>
    /// <exception cref="KerasFileException">The model has no weights yet, or a file must not be replaced.</exception>
    /// <example><code>
    /// model.SaveWeights("digits.weights.h5");
    /// model.SaveWeights("digits.weights.json", maxShardSize: 2);
    /// </code></example>
    public void SaveWeights(string path, bool overwrite = true, double? maxShardSize = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        ModelReader.RequireBuilt(this);
        var suffix = maxShardSize is null ? ".weights.h5" : ".weights.json";
        if (!path.EndsWith(suffix, StringComparison.Ordinal))
        {
            throw new ArgumentException($"Expected a name that ends in {suffix}. Received: '{path}'.", nameof(path));
        }

        if (maxShardSize is { } most)
        {
            ArgumentOutOfRangeException.ThrowIfNegativeOrZero(most, nameof(maxShardSize));
            ShardWriter.Write(this, path, most, overwrite);
        }
        else
        {
            AtomicFile.Write(path, overwrite, stream => WeightWriter.Write(this, stream));
        }
    }

    /// <summary>Saves the weights alone into a stream, as a <c>.weights.h5</c> file.</summary>
    /// <param name="stream">Where the bytes go.</param>
    public void SaveWeights(Stream stream)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ModelReader.RequireBuilt(this);
        WeightWriter.Write(this, stream);
    }

    /// <summary>Reads the weights from a file that Hornet or Keras saved, of this model or one built alike.</summary>
    /// <remarks>
    /// <c>.weights.h5</c>, <c>.weights.json</c> (weights in several files), <c>.keras</c>, and the older <c>.h5</c>
    /// files. Layers are found by their place in the model, not by their names.
    /// </remarks>
    /// <param name="path">The file.</param>
    /// <param name="skipMismatch">Whether layers whose weights do not fit stay as they are, with a warning.</param>
    /// <param name="byName">Whether layers are found by their names: of the older <c>.h5</c> files alone.</param>
    /// <exception cref="KerasFileException">The file is damaged, or does not fit: the message lists all that does
    /// not, with the expected and the found shapes.</exception>
    /// <example><code>
    /// model.SaveWeights("digits.weights.h5");
    /// model.LoadWeights("digits.weights.h5");
    /// </code></example>
    public void LoadWeights(string path, bool skipMismatch = false, bool byName = false)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        if (path.EndsWith(".json", StringComparison.Ordinal))
        {
            ModelReader.RefuseNames(byName);
            ModelReader.LoadShards(this, path, skipMismatch);
            return;
        }

        using var file = FileOpening.Open(path);
        LoadWeights(file, skipMismatch, byName);
    }

    /// <inheritdoc cref="LoadWeights(string, bool, bool)"/>
    /// <param name="stream">A stream of the file's bytes.</param>
    /// <param name="skipMismatch">Whether layers whose weights do not fit stay as they are, with a warning.</param>
    /// <param name="byName">Whether layers are found by their names: of the older <c>.h5</c> files alone.</param>
    public void LoadWeights(Stream stream, bool skipMismatch = false, bool byName = false)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ModelReader.LoadWeights(this, stream, skipMismatch, byName);
    }

    private void WarnIfNotBuilt()
    {
        if (!Built)
        {
            Warnings.Emit(
                $"{ClassName} '{Name}' is saved before it has been built: the file may have no weights. Apply it to "
                + "data first.");
        }
    }
}
