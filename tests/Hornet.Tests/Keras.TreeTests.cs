namespace Hornet.Tests;

public sealed class KerasTreeTests
{
    private static readonly Nested<int> s_tree = Nested.Dictionary<int>(
    [
        KeyValuePair.Create<string, Nested<int>>("b", Nested.List<int>([1, 2])),
        KeyValuePair.Create<string, Nested<int>>("a", 3),
    ]);

    [Fact]
    public void Values_are_read_by_the_letters_of_their_keys()
    {
        Assert.True(Keras.Tree.IsNested(s_tree));
        Assert.False(Keras.Tree.IsNested(Nested.Leaf(1)));
        Assert.Equal([3, 1, 2], Keras.Tree.Flatten(s_tree));
        Assert.Equal(
            ["a", "b.0", "b.1"], Keras.Tree.FlattenWithPath(s_tree).Select(place => string.Join('.', place.Path)));
    }

    [Fact]
    public void Functions_of_one_value_or_two_keep_the_structure()
    {
        var doubled = Keras.Tree.MapStructure((int x) => 2 * x, s_tree);
        var sum = Keras.Tree.MapStructure((int x, int y) => x + y, s_tree, doubled);

        Assert.Equal("{'b': [3, 6], 'a': 9}", sum.ToString());
        Assert.Throws<ArgumentException>(() => Keras.Tree.MapStructure((int x, int y) => x + y, s_tree, 1));
    }

    [Fact]
    public void Null_is_a_value_unless_it_is_said_that_it_is_none()
    {
        Nested<string> names = Nested.List<string>([new("a"), new(null)]);

        Assert.Equal([1, 0], Keras.Tree.MapStructure((string? name) => name?.Length ?? 0, names!).Flatten());
        Assert.Equal(
            ["A", null], Keras.Tree.MapStructure((string name) => name.ToUpperInvariant(), names, false).Flatten());
    }

    [Fact]
    public void A_shallow_structure_says_how_deep_a_function_goes()
    {
        var shallow = Nested.Dictionary<int>([new("b", 0), new("a", 0)]);

        var counts = Keras.Tree.MapStructureUpTo(shallow, (Nested<int> part) => part.Count, s_tree);
        var both = Keras.Tree.MapStructureUpTo(
            shallow, (Nested<int> x, Nested<int> y) => x.Count + y.Count, s_tree, s_tree);

        Assert.Equal("{'b': 2, 'a': 1}", counts.ToString());
        Assert.Equal("{'b': 4, 'a': 2}", both.ToString());
        Assert.Throws<ArgumentException>(
            () => Keras.Tree.MapStructureUpTo(s_tree, (Nested<int> part) => part.Count, shallow));
    }

    [Fact]
    public void Structures_and_paths_that_differ_are_refused()
    {
        Nested<int> two = Nested.List<int>([1, 2]);
        var places = Nested.Dictionary<int>([new("0", 1), new("1", 2)]);

        Keras.Tree.AssertSameStructure(two, Nested.List<string>([new("a"), new("b")]));
        Keras.Tree.AssertSamePaths(two, Nested.List<string>([new("a"), new("b")]));

        Assert.Throws<ArgumentException>(() => Keras.Tree.AssertSameStructure(two, places));
        Assert.Throws<ArgumentException>(() => Keras.Tree.AssertSamePaths(two, places));
    }

    [Fact]
    public void Values_go_back_into_their_places()
    {
        Assert.Equal("{'b': [y, z], 'a': x}", Keras.Tree.PackSequenceAs(s_tree, ["x", "y", "z"]).ToString());
        Assert.Throws<ArgumentException>(() => Keras.Tree.PackSequenceAs(s_tree, [1]));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Parts_are_replaced_from_above_or_from_below(bool topDown)
    {
        var sums = Keras.Tree.Traverse(
            part => part.IsList ? Nested.Leaf(part.Flatten().Sum()) : null, s_tree, topDown);

        Assert.Equal("{'b': 3, 'a': 3}", sums.ToString());
    }

    [Fact]
    public void A_shape_is_one_value() => Assert.Equal(
        [2], Keras.Tree.MapShapeStructure(shape => shape.Rank, Shape.Create([3, null])).Flatten());
}
