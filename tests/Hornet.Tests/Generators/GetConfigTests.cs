using System.Reflection;
using Hornet.Serialization;

namespace Hornet.Tests;

public class GetConfigTests
{
    private static string Config(Assembly assembly, string type, params object?[] arguments) => ConfigJson.Write(
        ((IKerasSerializable)Activator.CreateInstance(assembly.GetType(type, true)!, arguments)!).GetConfig());

    [Fact]
    public void The_parameters_follow_what_the_base_writes_in_their_order()
    {
        var assembly = Compiler.Load("""
            using Fakes;
            using Hornet.Serialization;

            [RegisterKerasSerializable("app")]
            public sealed partial class Dense(int units, double rate = 1, bool useBias = true, string? name = null)
                : Layer(name)
            {
                public int Units { get; } = units;
                public double Rate { get; } = rate;
                public bool UseBias { get; } = useBias;
            }
            """);

        Assert.Equal(
            """{"name": "d", "trainable": true, "units": 3, "rate": 1.0, "use_bias": false}""",
            Config(assembly, "Dense", 3, 1.0, false, "d"));
    }

    [Fact]
    public void A_partial_base_writes_its_own_share()
    {
        var assembly = Compiler.Load("""
            using Fakes;
            using Hornet.Serialization;

            namespace App;

            public abstract partial class BaseConv(int rank, int filters, string? name) : Layer(name)
            {
                protected int Rank { get; } = rank;
                public int Filters { get; } = filters;
            }

            public abstract partial class MiddleConv([NotInConfig] int rank, int filters, string? name)
                : BaseConv(rank, filters, name);

            [RegisterKerasSerializable]
            public sealed partial class Conv2D(int filters, int groups = 1, string? name = null)
                : MiddleConv(2, filters, name)
            {
                public int Groups { get; } = groups;
            }
            """);

        Assert.Equal(
            """{"name": "layer", "trainable": true, "rank": 2, "filters": 8, "groups": 1}""",
            Config(assembly, "App.Conv2D", 8, 1, null));
    }

    [Fact]
    public void Attributes_rename_keys_leave_them_out_and_find_properties_of_another_name()
    {
        var assembly = Compiler.Load("""
            using Fakes;
            using Hornet.Serialization;

            [RegisterKerasSerializable("app")]
            public sealed partial class Odd([ConfigKey("axis1")] int axis1, int dtype, [NotInConfig] int cache = 0)
                : Layer
            {
                public int Axis1 { get; } = axis1;
                [ConfigKey("dtype")] public int Policy { get; } = dtype + cache;
            }
            """);

        Assert.Equal(
            """{"name": "layer", "trainable": true, "axis1": 1, "dtype": 2}""", Config(assembly, "Odd", 1, 2, 0));
    }

    [Fact]
    public void A_class_without_a_base_gets_the_interface_too()
    {
        var assembly = Compiler.Load("""
            using Hornet.Serialization;

            [RegisterKerasSerializable("app")]
            public partial record Policy(string Name);
            """);

        Assert.Equal("""{"name": "float32"}""", Config(assembly, "Policy", "float32"));
    }

    [Fact]
    public void A_class_adds_what_no_parameter_says()
    {
        var assembly = Compiler.Load("""
            using System.Text.Json.Nodes;
            using Fakes;
            using Hornet.Serialization;

            [RegisterKerasSerializable("app")]
            public sealed partial class Lora : Layer
            {
                private static void ExtendConfig(JsonObject config) => config["lora_rank"] = 4;
            }
            """);

        Assert.Equal("""{"name": "layer", "trainable": true, "lora_rank": 4}""", Config(assembly, "Lora"));
    }

    [Fact]
    public void A_method_of_its_own_is_left_alone()
    {
        var assembly = Compiler.Load("""
            using System.Text.Json.Nodes;
            using Fakes;
            using Hornet.Serialization;

            [RegisterKerasSerializable("app")]
            public sealed partial class Own(System.Func<int> call) : Layer
            {
                public System.Func<int> Call { get; } = call;
                public override JsonObject GetConfig() => new() { ["own"] = true };
                internal static Own FromConfig(ConfigReader config) => new(() => 0);
            }
            """);

        Assert.Equal("""{"own": true}""", Config(assembly, "Own", (Func<int>)(() => 1)));
    }

    [Fact]
    public void A_class_that_files_cannot_name_still_writes_what_it_can()
    {
        var assembly = Compiler.Load("""
            using Fakes;

            public sealed partial class Local(int units, System.Action run) : Layer
            {
                public int Units { get; } = units;
                public System.Action Run { get; } = run;
            }
            """);

        Assert.Equal(
            """{"name": "layer", "trainable": true, "units": 5}""", Config(assembly, "Local", 5, (Action)(() => { })));
    }

    [Fact]
    public void Nested_classes_generic_bases_and_keywords_work()
    {
        var assembly = Compiler.Load("""
            using Fakes;
            using Hornet.Serialization;

            namespace App
            {
                public abstract partial class Base<T>(T @default) : Layer
                    where T : notnull
                {
                    public T Default { get; } = @default;
                }

                public static partial class Outer
                {
                    internal partial struct Middle
                    {
                        [RegisterKerasSerializable("app")]
                        public sealed partial class Inner(int @default, bool @event) : Base<int>(@default)
                        {
                            public bool Event { get; } = @event;
                        }
                    }
                }
            }
            """);

        Assert.Equal(
            """{"name": "layer", "trainable": true, "default": 4, "event": true}""",
            Config(assembly, "App.Outer+Middle+Inner", 4, true));
    }

    [Fact]
    public void What_a_base_that_is_not_partial_cannot_write_the_class_writes()
    {
        var assembly = Compiler.Load("""
            using Fakes;
            using Hornet.Serialization;

            public abstract class Base(int units) : Layer
            {
                public int Units { get; } = units;
            }

            [RegisterKerasSerializable("app")]
            public sealed partial class Leaf(int units) : Base(units);
            """);

        Assert.Equal("""{"name": "layer", "trainable": true, "units": 2}""", Config(assembly, "Leaf", 2));
    }
}
