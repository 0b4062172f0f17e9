using System.Reflection;

namespace Hornet.Tests;

public class TrackTests
{
    private static string[] Tracked(Assembly assembly, string type)
    {
        var layer = Activator.CreateInstance(assembly.GetType(type, true)!)!;
        return (string[])layer.GetType().GetMethod("Tracked")!.Invoke(layer, [])!;
    }

    [Fact]
    public void Members_are_listed_in_order_by_their_names_in_Kerass_case()
    {
        var assembly = Compiler.Load("""
            using System.Collections.Generic;
            using Fakes;
            using Hornet.Serialization;

            public sealed partial class Block : Layer
            {
                private Variable? _kernel = new();
                private readonly int _count = 3;
                public Layer Dense1 { get; } = new Leaf();
                private readonly List<Layer> _inner = [new Leaf(), new Leaf()];
                private static readonly Layer s_shared = new Leaf();
                public Layer Computed => s_shared;
                public Dictionary<string, Layer> Branches { get; set; } = new() { ["a"] = new Leaf() };
                private (Layer, int) _pair = (new Leaf(), 1);
                private Variable[] _array = [new()];
                [NotTracked] private Layer _parent = new Leaf();
                private object _anything = new Leaf();
                [field: NotTracked] public Layer Other { get; } = new Leaf();
                public Layer? Missing { get; }
                public int Count => _count + (_parent is null ? 1 : 0) + (_anything is null ? 1 : 0);
            }

            public sealed class Leaf : Layer;
            """);

        Assert.Equal(
            ["_kernel", "dense_1", "_inner", "branches", "_pair", "_array"], Tracked(assembly, "Block"));
    }

    [Fact]
    public void Bases_come_first_and_generic_and_nested_classes_work()
    {
        var assembly = Compiler.Load("""
            using System.Collections.Generic;
            using Fakes;

            public abstract partial class Wrapper<T> : Layer
                where T : Layer, new()
            {
                public T Layer { get; } = new();
            }

            public partial class Outer<TKey>
                where TKey : notnull
            {
                public sealed partial class Inner : Wrapper<Leaf>
                {
                    private readonly SortedDictionary<string, List<TKey>> _ignored = [];
                    private IReadOnlyDictionary<string, Variable> _weights = new Dictionary<string, Variable>();
                    public int Count => _ignored.Count + _weights.Count;
                }
            }

            public sealed class Leaf : Layer;

            public sealed class Made : Layer
            {
                public new string[] Tracked() => new Outer<string>.Inner().Tracked();
            }
            """);

        var made = assembly.GetType("Made", true)!;
        const BindingFlags own = BindingFlags.DeclaredOnly | BindingFlags.Public | BindingFlags.Instance;
        var names = (string[])made.GetMethod("Tracked", own)!.Invoke(Activator.CreateInstance(made), [])!;
        Assert.Equal(["layer", "_weights"], names);
    }

    [Fact]
    public void What_an_interface_holds_is_seen_when_it_runs()
    {
        var assembly = Compiler.Load("""
            using System.Collections.Generic;
            using Fakes;

            public interface ICell;
            public sealed class Cell : Layer, ICell;
            public sealed class Other : ICell;

            public sealed partial class Rnn : Layer
            {
                private readonly ICell _cell = new Cell();
                private readonly ICell _other = new Other();
                private readonly IList<ICell> _cells = [new Cell(), new Other()];
            }
            """);

        Assert.Equal(["_cell", "_cells"], Tracked(assembly, "Rnn"));
    }

    [Fact]
    public void Records_partial_files_and_explicit_properties_work()
    {
        var assembly = Compiler.Load(
            """
            using Fakes;
            using Hornet.Serialization;

            public abstract record Op : ITrackable
            {
                public string[] Tracked()
                {
                    var tracker = new Tracker();
                    Track(tracker);
                    return System.Linq.Enumerable.ToArray(System.Linq.Enumerable.Select(tracker.Members, m => m.Name));
                }

                protected internal virtual void Track(Tracker tracker) { }
            }

            public interface IOwner { Variable Owned { get; } }

            public sealed partial record Two(Variable First) : Op, IOwner
            {
                public Two() : this(new Variable()) { }
                Variable IOwner.Owned { get; } = new();
            }
            """,
            "public sealed partial record Two { private Fakes.Variable _second = new(); }");

        Assert.Equal(["first", "owned", "_second"], Tracked(assembly, "Two"));
    }

    [Fact]
    public void A_class_in_parts_that_all_name_the_base_is_written_once()
    {
        var assembly = Compiler.Load(
            "public sealed partial class Parts : Fakes.Layer { private Fakes.Variable _first = new(); }",
            "public sealed partial class Parts : Fakes.Layer { private Fakes.Variable _second = new(); }");

        Assert.Equal(["_first", "_second"], Tracked(assembly, "Parts"));
    }

    [Fact]
    public void A_method_of_its_own_is_left_alone()
    {
        var assembly = Compiler.Load("""
            using Fakes;
            using Hornet.Serialization;

            public sealed class Own : Layer
            {
                private readonly Variable _kernel = new();
                protected override void Track(Tracker tracker) => tracker.Add("mine", _kernel);
            }
            """);

        Assert.Equal(["mine"], Tracked(assembly, "Own"));
    }
}
