namespace Hornet.Tests;

/// <summary>The least that the generator needs of Hornet's bases, as source text.</summary>
internal static class Fakes
{
    public const string Source = """
        using System;
        using System.Collections.Generic;
        using System.Linq;
        using System.Text.Json.Nodes;
        using Hornet.Serialization;

        namespace Hornet.Serialization
        {
            internal static partial class BuiltInObjects
            {
                public static List<RegistryEntry> All()
                {
                    var entries = new List<RegistryEntry>();
                    AddGenerated(entries);
                    return entries;
                }

                static partial void AddGenerated(List<RegistryEntry> entries);
            }
        }

        namespace Fakes
        {
            public sealed class Variable : ITrackable;

            public abstract class Layer(string? name = null, bool trainable = true) : IKerasSerializable, ITrackable
            {
                public string Name { get; private set; } = name ?? "layer";

                public bool Trainable { get; set; } = trainable;

                public virtual JsonObject GetConfig() => new() { ["name"] = Name, ["trainable"] = Trainable };

                public string[] Tracked()
                {
                    var tracker = new Tracker();
                    Track(tracker);
                    return tracker.Members.Select(member => member.Name).ToArray();
                }

                protected virtual void Track(Tracker tracker)
                {
                }

                protected void RestoreConfig(ConfigReader config)
                {
                    Name = config.Read("name", Name);
                    Trainable = config.Read("trainable", Trainable);
                }
            }

            public sealed class OwnAxes(int[] values) : IConfigValue<OwnAxes>
            {
                public int[] Values { get; } = values;

                public JsonNode? ToConfig() => new JsonArray(Values.Select(axis => (JsonNode)axis).ToArray());

                public static OwnAxes FromConfig(ConfigItem item) =>
                    new(item.ReadList(static axis => axis.Read<int>()));
            }

            public enum DataFormat { ChannelsLast, ChannelsFirst }

            public sealed class Plain;
        }
        """;
}
