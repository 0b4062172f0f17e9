using System.Text.Json;
using Hornet.Testing;

namespace Hornet.Tests;

public sealed class JsonCompareTests
{
    [Theory]
    [InlineData("""{"a":1,"b":[true,null]}""", """{"b":[true,null],"a":1.0}""", null)]
    [InlineData("""{"a":0.1}""", """{"a":0.10000000149011612}""", null)]
    [InlineData("""{"a":0.1}""", """{"a":0.2}""", "json.a: Expected 0.1. Received: 0.2.")]
    [InlineData("""{"a":true}""", """{"a":false}""", "json.a: Expected true. Received: false.")]
    [InlineData("""{"a":[1]}""", """{"a":[1,2]}""", "json.a: Expected [1]. Received: [1,2].")]
    [InlineData("""{"a":[{"b":1}]}""", """{"a":[{"b":"1"}]}""", "json.a[0].b: Expected 1. Received: \"1\".")]
    [InlineData("""{"a":1}""", """{}""", "json: Expected the key 'a'. Received: {}.")]
    [InlineData("""{}""", """{"a":1}""", "json: Expected no key 'a'. Received: 1.")]
    public void Json_is_compared_by_its_values(string expected, string actual, string? difference) =>
        Assert.Equal(difference, JsonCompare.Difference(JsonElement.Parse(expected), JsonElement.Parse(actual)));
}
