using Hornet.Testing;

namespace Hornet.Tests;

public sealed class CorpusFolderTests
{
    [Fact]
    public void The_repositorys_copy_is_found_without_being_told() =>
        Assert.Contains("ops", Corpus.Categories);

    [Fact]
    public void Categories_and_groups_come_in_the_order_of_their_names()
    {
        using var sample = CorpusSample.Of();
        File.WriteAllText(sample.PathOf("Later.jsonl"), "");
        File.WriteAllText(sample.PathOf("README.md"), "");
        Directory.CreateDirectory(Path.Combine(sample.Folder.FullPath, "pictures"));
        Assert.Equal(["category"], sample.Folder.Categories);
        Assert.Equal(["Later", "group"], sample.Folder.Groups("category"));
    }

    [Fact]
    public void A_case_knows_where_it_stands()
    {
        using var sample = CorpusSample.Of("""{"id":"a"}""", """{"id":"b","error":"ValueError","backend":"jax"}""");
        var line = sample.Cases.Last();
        Assert.Equal(("b", "category", "group", 2), (line.Id, line.Category, line.Group, line.Line));
        Assert.Equal("category/group.jsonl line 2 (b)", line.Where);
        Assert.Equal(("ValueError", "jax"), (line.Error, line.Backend));
        Assert.Null(sample.Cases.First().Error);
    }

    [Fact]
    public void Cases_are_read_one_by_one()
    {
        using var sample = CorpusSample.Of("""{"id":"a"}""", "not JSON");
        Assert.Equal("a", sample.Cases.First().Id);
    }

    [Theory]
    [InlineData("not JSON", "as one object of JSON")]
    [InlineData("", "as one object of JSON")]
    [InlineData("[1]", "Expected an object")]
    [InlineData("""{"op":"x"}""", "the field 'id'")]
    [InlineData("""{"id":1}""", "Expected text")]
    [InlineData("""{"id":"x","id":"y"}""", "as one object of JSON")]
    public void A_malformed_line_is_named_by_file_and_number(string line, string problem)
    {
        using var sample = CorpusSample.Of("""{"id":"a"}""", line);
        var error = Assert.Throws<CorpusFormatException>(() => sample.Cases.Count());
        Assert.StartsWith($"{sample.PathOf("group.jsonl")} line 2: ", error.Message, StringComparison.Ordinal);
        Assert.Contains(problem, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_unknown_folder_category_or_group_is_refused_with_what_there_is()
    {
        using var sample = CorpusSample.Of();
        Assert.Throws<DirectoryNotFoundException>(() => new CorpusFolder(sample.PathOf("nowhere")));
        var category = Assert.Throws<DirectoryNotFoundException>(() => sample.Folder.Groups("categroy"));
        Assert.Contains("category", category.Message, StringComparison.Ordinal);
        var group = Assert.Throws<FileNotFoundException>(() => sample.Folder.Cases("category", "gruop"));
        Assert.Contains("group", group.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_is_not_here_is_taken_from_the_folder_that_shares_it()
    {
        using var shared = CorpusSample.Of();
        using var sample = CorpusSample.Of();
        File.WriteAllText(shared.PathOf("image.png"), "");
        var folder = new CorpusFolder(sample.Folder.FullPath, shared.Folder.FullPath);
        Assert.Equal(shared.PathOf("image.png"), folder.FileOf("category", "image.png"));
        Assert.Throws<FileNotFoundException>(() => sample.Folder.FileOf("category", "image.png"));
    }

    [Theory]
    [InlineData("../secret")]
    [InlineData("/etc/passwd")]
    public void A_file_outside_the_category_is_refused(string name)
    {
        using var sample = CorpusSample.Of();
        Assert.Throws<ArgumentException>(() => sample.Folder.FileOf("category", name));
    }
}
