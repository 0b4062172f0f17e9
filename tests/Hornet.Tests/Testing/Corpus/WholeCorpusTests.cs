using System.Text.Json;
using Hornet.Testing;

namespace Hornet.Tests;

/// <summary>The reference cases in the repository are whole, and every form in them is known.</summary>
public sealed class WholeCorpusTests
{
    // Fields in Keras's own JSON, or plain facts: they hold no values in the corpus's forms.
    private static readonly HashSet<string> s_raw =
    [
        "applications/facts", "models/facts", "models/json", "models/json_again", "models/reloaded", "models/setup",
        "saving/compile_config", "saving/json", "saving/keras3", "saving/keras3_compile_false", "saving/optimizer",
        "saving/weights", "summary/json", "training/compile", "training/json", "utils/feature_space",
    ];

    // Fields that hold a plain object, or a list of such, whose fields are values.
    private static readonly HashSet<string> s_plain =
    [
        "callbacks/end", "callbacks/files", "callbacks/logs", "callbacks/rows", "config/steps", "datasets/steps",
        "image_utils/steps", "saving/train", "training/batches", "training/callback_state", "training/callbacks",
        "training/trainable", "tree/steps", "utils/calls", "utils/steps",
    ];

    // Fields that hold a program: steps as lists, some of which end in named arguments.
    private static readonly HashSet<string> s_programs = ["models/steps", "summary/steps"];

    // Fields that hold named arguments or results, as a plain object of values where they are not a dictionary.
    private static readonly HashSet<string> s_maps =
    [
        "applications/kwargs", "callbacks/kwargs", "preprocessing/args", "summary/kwargs", "text/args", "training/fit",
        "kwargs", "train_on_batch", "then_test_on_batch",
    ];

    public static TheoryData<string> Categories => [.. Repository.Categories];

    // The repository's own copy, whatever HORNET_CORPUS says.
    private static CorpusFolder Repository { get; } =
        new(Path.Combine(RepositoryRoot(AppContext.BaseDirectory), "tests", "corpus"));

    [Theory]
    [MemberData(nameof(Categories))]
    public void Every_line_reads_and_every_array_is_there(string category)
    {
        var ids = new HashSet<(string Group, string Id)>();
        foreach (var line in Repository.Cases(category))
        {
            Assert.True(ids.Add((line.Group, line.Id)), $"{line.Where}: another case has this id.");
            _ = (line.Error, line.Backend, line.Tolerances);
            foreach (var (name, field) in line.Root.Fields())
            {
                Read(category, name, field);
            }
        }
    }

    [Fact]
    public void There_are_cases_of_every_category_that_the_corpus_names() =>
        Assert.Equal(26, Repository.Categories.Count);

    private static void Read(string category, string name, CorpusNode field)
    {
        var full = $"{category}/{name}";
        if (s_plain.Contains(full))
        {
            var objects = field.Raw.ValueKind == JsonValueKind.Array ? field.Items() : [field];
            Assert.All(objects.SelectMany(o => o.Fields()), inner => Read("", inner.Key, inner.Value));
        }
        else if (full == "models/values")
        {
            Assert.All(field.Fields(), value => value.Value.ValueOrMap());
        }
        else if (s_programs.Contains(full))
        {
            Assert.All(field.Items(), ReadStep);
        }
        else if (s_maps.Contains(full) || (category.Length == 0 && s_maps.Contains(name)))
        {
            field.Map();
        }
        else if (!s_raw.Contains(full))
        {
            field.Value();
        }
    }

    private static void ReadStep(CorpusNode step)
    {
        var parts = step.Items();
        var hasArguments = parts[0].Text() is "new" or "fn" or "call" or "do";
        Assert.All(hasArguments ? parts.SkipLast(1) : parts, part => part.Value());
        if (hasArguments)
        {
            parts[^1].Map();
        }
    }

    private static string RepositoryRoot(string folder) => File.Exists(Path.Combine(folder, "Hornet.slnx"))
        ? folder
        : RepositoryRoot(Path.GetDirectoryName(folder)!);
}
