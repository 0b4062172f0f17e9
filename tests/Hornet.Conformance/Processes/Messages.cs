using System.Text.Json;
using System.Text.Json.Serialization;

namespace Hornet.Conformance;

/// <summary>Cases for a worker: lines of a group.</summary>
internal sealed record Request(string Category, string Group, int[] Lines);

/// <summary>What became of the next of the cases.</summary>
internal sealed record Reply(int Line, Outcome Outcome, string Text, string? Received);

/// <summary>Messages are lines of JSON.</summary>
internal static class Messages
{
    private static readonly JsonSerializerOptions s_options = new()
    {
        Converters = { new JsonStringEnumConverter() },
    };

    public static string Write<T>(T message) => JsonSerializer.Serialize(message, s_options);

    /// <summary>The message of a line, or null where native code wrote something else there.</summary>
    public static T? Read<T>(string line)
        where T : class
    {
        try
        {
            return JsonSerializer.Deserialize<T>(line, s_options);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
