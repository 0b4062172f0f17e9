using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Hornet.Serialization;

namespace Hornet.Conformance;

/// <summary>Changes of a configuration that leave it a JSON text.</summary>
internal static class JsonMutations
{
    private static readonly string[] s_values =
    [
        "null", "true", "false", "0", "-1", "1", "2", "0.5", "-0.0", "1e308", "1e999", "-1e999", "1e-999",
        "2147483647", "-2147483648", "4294967296", "9223372036854775807", "9223372036854775808",
        "123456789012345678901234567890", "1.0", "65536", "1000000", "100000000", "[]", "{}", "\"\"", "\"\\u0000\"",
        "\"../../etc/passwd\"", "\"dense\"", "\"float64\"", "\"channels_first\"", "[null]", "[1, 2]",
        "[[[]]]", "[0]", "[-1]", "[null, 2147483647]", "[null, 65536, 65536]", "{\"class_name\": \"Dense\"}",
        "{\"config\": {}}", "{\"class_name\": \"__keras_tensor__\", \"config\": {}}",
    ];

    private static readonly JsonSerializerOptions s_deep = new() { MaxDepth = 5000 };

    // What .NET's writer does not write: texts that stand for it until the end.
    private static readonly (string Text, string Raw)[] s_raw =
    [
        ("\"@nan@\"", "NaN"), ("\"@inf@\"", "-Infinity"), ("\"@half@\"", "\"\\ud800\""), ("\"@open@\"", "[{\"a\":"),
    ];

    public static byte[] Apply(ReadOnlySpan<byte> json, Random random)
    {
        var root = new JsonArray(ConfigJson.Parse(json)); // the text itself is a node like any other
        var count = 1 << random.Next(3);
        for (var i = 0; i < count; i++)
        {
            Once(root, random);
        }

        return Encoding.UTF8.GetBytes(Write(root.FirstOrDefault()));
    }

    private static string Write(JsonNode? node)
    {
        var text = node is null ? "null" : node.ToJsonString(s_deep);
        return s_raw.Aggregate(text, (changed, raw) => changed.Replace(raw.Text, raw.Raw, StringComparison.Ordinal));
    }

    private static void Once(JsonArray root, Random random)
    {
        var places = new List<Place>();
        Collect(root, places, 0);
        if (places.Count > 0)
        {
            Pick(places, random).Change(places, random);
        }
    }

    // Numbers are sizes, and the most can be done with them; there are few.
    private static Place Pick(List<Place> places, Random random)
    {
        var place = places[random.Next(places.Count)];
        for (var i = 0; i < 30 && random.Next(8) > 0 && place.Kind != JsonValueKind.Number; i++)
        {
            place = places[random.Next(places.Count)];
        }

        return place;
    }

    private static void Collect(JsonNode? node, List<Place> places, int depth)
    {
        if (depth > 200)
        {
            return;
        }

        if (node is JsonArray list)
        {
            for (var i = 0; i < list.Count; i++)
            {
                places.Add(new Place(list, i, ""));
                Collect(list[i], places, depth + 1);
            }
        }
        else if (node is JsonObject pairs)
        {
            foreach (var (key, value) in pairs)
            {
                places.Add(new Place(pairs, 0, key));
                Collect(value, places, depth + 1);
            }
        }
    }

    /// <summary>A value of a list or a dictionary.</summary>
    private readonly record struct Place(JsonNode Owner, int Index, string Key)
    {
        public JsonValueKind Kind => Value?.GetValueKind() ?? JsonValueKind.Null;

        private JsonNode? Value => Owner is JsonArray list ? list[Index] : Owner[Key];

        public void Change(List<Place> places, Random random)
        {
            switch (random.Next(10))
            {
                case 0 when Owner is JsonObject pairs:
                    pairs.Remove(Key);
                    break;
                case 1 when Owner is JsonObject pairs:
                    pairs.Remove(Key, out var value);
                    pairs[$"{Key}{(random.Next(2) == 0 ? "s" : "\u0000")}"] = value;
                    break;
                case 0 when Owner is JsonArray list:
                    list.RemoveAt(Index);
                    break;
                case 1 when Owner is JsonArray list:
                    Repeat(list, random.Next(2) == 0 ? 1 : 300);
                    break;
                case 2:
                    Set(JsonValue.Create(new string('x', 1 << random.Next(18))));
                    break;
                case 3:
                    Nest(random);
                    break;
                case 4 or 5:
                    Set(places[random.Next(places.Count)].Value?.DeepClone());
                    break;
                case 6 when random.Next(3) == 0:
                    Set(JsonNode.Parse(s_raw[random.Next(s_raw.Length)].Text));
                    break;
                default:
                    Set(JsonNode.Parse(s_values[random.Next(s_values.Length)]));
                    break;
            }
        }

        private void Repeat(JsonArray list, int count)
        {
            for (var i = 0; i < count; i++)
            {
                list.Add(list[Index]?.DeepClone());
            }
        }

        // Within itself where it is a dictionary, as nested models are; else within lists.
        private void Nest(Random random)
        {
            var (depth, old) = (1 << random.Next(11), Value?.DeepClone());
            if (old is JsonObject { Count: > 0 } pairs && random.Next(2) == 0)
            {
                for (var i = 0; i < Math.Min(depth, 150) && old.ToJsonString(s_deep).Length < 1 << 19; i++)
                {
                    var outer = (JsonObject)pairs.DeepClone();
                    outer[outer.ElementAt(random.Next(outer.Count)).Key] = old;
                    old = outer;
                }
            }
            else
            {
                for (var i = 0; i < depth; i++)
                {
                    old = depth % 3 == 0 ? new JsonObject { [Key] = old } : new JsonArray(old);
                }
            }

            Set(old);
        }

        private void Set(JsonNode? value)
        {
            if (Owner is JsonArray list)
            {
                list[Index] = value;
            }
            else
            {
                Owner[Key] = value;
            }
        }
    }
}
