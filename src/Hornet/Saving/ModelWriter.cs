using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Text.Json.Nodes;
using Hornet.Serialization;

namespace Hornet.Saving;

/// <summary>Writes models into files that Keras reads.</summary>
internal static class ModelWriter
{
    /// <summary>The version of Keras whose files these are.</summary>
    public const string KerasVersion = "3.16.0";

    // The time that Python gives to members whose text it is handed.
    private static readonly DateTimeOffset s_noTime = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>Writes a <c>.keras</c> file.</summary>
    public static void Write(Model model, Stream stream)
    {
        using var archive = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true);
        Add(archive, Archive.Metadata, s_noTime, member => member.Write(Encoding.UTF8.GetBytes(Metadata())));
        Add(archive, Archive.Config, s_noTime, member => member.Write(Encoding.UTF8.GetBytes(Config(model))));
        Add(archive, Archive.Weights, DateTimeOffset.Now, member => WeightWriter.Write(model, member));
    }

    /// <summary>The configuration, objects that occur twice marked as the same.</summary>
    public static string Config(Model model)
    {
        using var sharing = ObjectSharingScope.Open();
        return ConfigJson.Write(KerasRegistry.SerializeObject(model));
    }

    private static void Add(ZipArchive archive, string name, DateTimeOffset time, Action<Stream> write)
    {
        var entry = archive.CreateEntry(name, CompressionLevel.NoCompression);
        entry.LastWriteTime = time;
        using var member = entry.Open();
        write(member);
    }

    private static string Metadata() => ConfigJson.Write(new JsonObject
    {
        ["keras_version"] = KerasVersion,
        ["date_saved"] = DateTime.Now.ToString("yyyy-MM-dd@HH:mm:ss", CultureInfo.InvariantCulture),
    });
}
