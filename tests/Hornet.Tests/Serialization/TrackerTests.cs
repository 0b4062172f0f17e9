using System.Collections;
using Hornet.Serialization;

namespace Hornet.Tests;

public class TrackerTests
{
    private sealed class Thing : ITrackable;

    private static string Print(IEnumerable<TrackedMember> members) => string.Join(" ", members.Select(member =>
        member.IsContainer ? $"{member.Name}[{Print(member.Items)}]" : member.Name));

    private static string Tracked(Action<Tracker> add)
    {
        var tracker = new Tracker();
        add(tracker);
        return Print(tracker.Members);
    }

    [Fact]
    public void Lists_tuples_and_dictionaries_are_opened_in_their_order() => Assert.Equal(
        "a b[0 2] c[y x] d[0[1] 1[]] e[1]",
        Tracked(tracker =>
        {
            tracker.Add("a", new Thing());
            tracker.Add("b", new object?[] { new Thing(), 1, new Thing(), null, "text" });
            tracker.Add("c", new Dictionary<string, object> { ["y"] = new Thing(), ["n"] = 2, ["x"] = new Thing() });
            tracker.Add("d", new object[] { new List<object> { 1, new Thing() }, new List<int> { 1 } });
            tracker.Add("e", (1, new Thing()));
        }));

    [Fact]
    public void Dictionaries_of_any_kind_are_opened() => Assert.Equal(
        "a[1 2] b[k]",
        Tracked(tracker =>
        {
            tracker.Add("a", new Pairs<int, Thing>([new(1, new Thing()), new(2, new Thing())]));
            tracker.Add("b", new Hashtable { ["k"] = new Thing() });
        }));

    [Fact]
    public void What_owns_nothing_is_left_out() => Assert.Equal(
        "",
        Tracked(tracker =>
        {
            tracker.Add("a", null);
            tracker.Add("b", 3);
            tracker.Add("c", "text");
            tracker.Add("d", (Dictionary<string, Thing>?)null);
        }));

    [Fact]
    public void A_list_that_holds_itself_ends()
    {
        var list = new List<object> { new Thing() };
        list.Add(list);

        Assert.Equal("a[0 1[]]", Tracked(tracker => tracker.Add("a", list)));
    }

    [Fact]
    public void All_that_is_owned_is_listed_in_order()
    {
        var (first, second) = (new Thing(), new Thing());
        var tracker = new Tracker();
        tracker.Add("a", new[] { new[] { first }, [second, first] });

        Assert.Equal([first, second, first], tracker.Owned);
    }

    private sealed class Pairs<TKey, TValue>(KeyValuePair<TKey, TValue>[] pairs)
        : IEnumerable<KeyValuePair<TKey, TValue>>
    {
        public IEnumerator<KeyValuePair<TKey, TValue>> GetEnumerator() => pairs.AsEnumerable().GetEnumerator();

        IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
    }
}
