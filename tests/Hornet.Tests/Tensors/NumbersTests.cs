using System.Text.Json.Nodes;
using Hornet.Serialization;

namespace Hornet.Tests;

public sealed class NumbersTests
{
    [Fact]
    public void One_number_is_not_a_list_of_one()
    {
        Numbers one = 0.5;
        Numbers list = [0.5];

        Assert.NotEqual(one, list);
        Assert.True(one.IsSingle);
        Assert.Equal(0.5, Assert.Single(list));
    }

    [Theory]
    [InlineData("0.5")]
    [InlineData("[0.1,0.4]")]
    public void A_configuration_gives_back_what_it_was_given(string json)
    {
        var numbers = new ConfigItem(JsonNode.Parse(json), ConfigItem.Root).ReadValue<Numbers>();

        Assert.Equal(json, numbers.ToConfig()!.ToJsonString());
    }

    [Fact]
    public void What_is_no_number_is_refused() => Assert.Throws<KerasSerializationException>(
        () => new ConfigItem(JsonNode.Parse("[null]"), ConfigItem.Root).ReadValue<Numbers>());
}
