using System.Text.Json;
using Hornet.Testing;

namespace Hornet.Tests;

public sealed class KerasNamesTests
{
    [Theory]
    [InlineData("log_softmax", "LogSoftmax")]
    [InlineData("matmul", "Matmul")]
    [InlineData("l2_normalize", "L2Normalize")]
    [InlineData("top_k", "TopK")]
    [InlineData("extract_patches_3d", "ExtractPatches3d")]
    [InlineData("Conv2D", "Conv2D")]
    [InlineData("abs_", "Abs")]
    [InlineData("", "")]
    public void A_function_is_written_in_pascal_case(string keras, string name) =>
        Assert.Equal(name, Testing.KerasNames.ToPascalCase(keras));

    [Theory]
    [InlineData("kernel_initializer", "kernelInitializer")]
    [InlineData("x", "x")]
    [InlineData("beta_1", "beta1")]
    [InlineData("N", "n")]
    public void A_parameter_is_written_in_camel_case(string keras, string name) =>
        Assert.Equal(name, Testing.KerasNames.ToCamelCase(keras));

    [Theory]
    [InlineData("LogSoftmax", "log_softmax")]
    [InlineData("kernelInitializer", "kernel_initializer")]
    [InlineData("InTopK", "in_top_k")]
    [InlineData("PackXYSampleWeight", "pack_x_y_sample_weight")]
    [InlineData("Log1p", "log1p")]
    public void The_way_back_puts_a_word_before_every_capital(string name, string keras) =>
        Assert.Equal(keras, Testing.KerasNames.ToKeras(name));

    [Fact]
    public void The_way_back_among_known_names_finds_what_the_case_has_lost()
    {
        Assert.Equal("beta_1", Testing.KerasNames.ToKeras("beta1", ["beta", "beta_1"]));
        Assert.Equal("extract_patches_3d", Testing.KerasNames.ToKeras("ExtractPatches3d", ["extract_patches_3d"]));
        Assert.Null(Testing.KerasNames.ToKeras("gamma", ["beta", "beta_1"]));
    }

    [Fact]
    public void Functions_of_one_namespace_never_share_a_name()
    {
        var functions = PublicObjects().Where(o => o.Kind == "function").ToList();
        var names = functions.Select(function => (function.Namespace,
            Testing.KerasNames.ToPascalCase(function.Name))).ToList();
        Assert.Equal(names.Distinct(), names);
        Assert.NotEmpty(functions);
    }

    [Fact]
    public void All_functions_but_those_with_a_word_of_digits_come_back_by_rule() =>
        Assert.All(
            PublicObjects().Where(o => o.Kind == "function"
                && !o.Name.Any(char.IsAsciiLetterUpper) && !o.Name.EndsWith("_3d", StringComparison.Ordinal)),
            function => Assert.Equal(function.Name,
                Testing.KerasNames.ToKeras(Testing.KerasNames.ToPascalCase(function.Name))));

    private static IEnumerable<(string Namespace, string Name, string Kind)> PublicObjects()
    {
        var api = File.ReadAllBytes(Path.Combine(Corpus.Folder.FullPath, "keras_api.json"));
        return JsonElement.Parse(api).EnumerateArray().Select(o => (
            o.GetProperty("namespace").GetString()!,
            o.GetProperty("name").GetString()!.Split('.')[^1],
            o.GetProperty("kind").GetString()!));
    }
}
