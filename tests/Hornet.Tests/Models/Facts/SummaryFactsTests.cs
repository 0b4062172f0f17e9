using Hornet.Layers;

namespace Hornet.Tests;

/// <summary>What a summary says of inputs, graphs and models that are not built.</summary>
public sealed class SummaryFactsTests
{
    public SummaryFactsTests() => Keras.ClearSession();

    [Fact]
    public void A_graph_shows_its_inputs_and_a_sequential_does_not()
    {
        var x = Keras.Input([3], name: "x");
        Assert.Contains("x (InputLayer)", Text(new Model(x, new Dense(2).Apply(x))), StringComparison.Ordinal);
        var chain = new Sequential([Keras.Input([3]), new Dense(2)]);
        Assert.DoesNotContain("InputLayer", Text(chain), StringComparison.Ordinal);
    }

    [Fact]
    public void A_graph_that_is_no_chain_shows_what_is_connected_and_what_is_no_layer()
    {
        var (a, b) = (Keras.Input([3], name: "a"), Keras.Input([3], name: "b"));
        var text = Text(new Model([a, b], a + b));
        Assert.Contains("Connected to", text, StringComparison.Ordinal);
        Assert.Contains("add (Add)", text, StringComparison.Ordinal);
        Assert.Contains("a[0][0]", text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_model_that_is_not_built_says_so()
    {
        var text = Text(new Sequential([new Dense(2)]));
        Assert.Contains("?", text, StringComparison.Ordinal);
        Assert.Contains("0 (unbuilt)", text, StringComparison.Ordinal);
        Assert.Contains("Total params: 0", Text(new Sequential([Keras.Input([3])])), StringComparison.Ordinal);
    }

    [Fact]
    public void A_model_that_a_call_built_shows_the_batch_size_of_the_call()
    {
        var model = new Sequential([new Dense(2)]);
        model.Apply(Ops.Ones([4, 3]));
        Assert.Contains("(4, 2)", Text(model), StringComparison.Ordinal);
    }

    [Fact]
    public void A_layer_that_was_called_twice_shows_what_its_last_call_gave()
    {
        var (a, b, same) = (Keras.Input([3]), Keras.Input([5]), new Identity());
        var text = Text(new Model([a, b], [same.Apply(a), same.Apply(b)]));
        Assert.Matches(@"identity \(Identity\)\s*│ \(None, 5\)", text);
    }

    [Fact]
    public void A_layer_range_without_a_match_is_refused_and_leaves_the_totals()
    {
        var model = new Sequential([Keras.Input([3]), new Dense(2, name: "a"), new Dense(2, name: "b")]);
        var text = string.Empty;
        model.Summary(layerRange: ("b", "b"), printFn: received => text = received);
        Assert.DoesNotContain("a (Dense)", text, StringComparison.Ordinal);
        Assert.Contains("Total params: 14", text, StringComparison.Ordinal);
        Assert.Contains(
            "layer", Refusal.Of(() =>
            {
                model.Summary(layerRange: ("nobody", "b"), printFn: _ => { });
                return null;
            }),
            StringComparison.Ordinal);
    }

    private static string Text(Model model)
    {
        var text = string.Empty;
        model.Summary(printFn: received => text = received);
        return text;
    }
}
