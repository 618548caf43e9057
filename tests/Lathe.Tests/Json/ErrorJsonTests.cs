using System.Text.Json;
using Lathe.Json;

namespace Lathe.Tests.Json;

/// <summary>Errors as servers write them, and as they are written again.</summary>
public sealed class ErrorJsonTests
{
    [Theory]
    [InlineData("""{"message":"gone"}""")]
    [InlineData("""{"message":"gone","locations":[{"line":1,"column":2},{"line":3,"column":4}]}""")]
    [InlineData("""{"message":"gone","path":["a",0,"b"]}""")]
    [InlineData("""{"message":"gone","extensions":{"code":"GONE"}}""")]
    [InlineData("""{"message":"gone","locations":[{"line":1,"column":2}],"path":["a"],"extensions":{}}""")]
    public void AnErrorIsWrittenAsItWasRead(string json)
    {
        var options = new JsonSerializerOptions { Converters = { new ErrorJsonConverter() } };
        Assert.Equal(json, JsonSerializer.Serialize(JsonSerializer.Deserialize<GraphQLError>(json, options), options));
    }

    [Theory]
    [InlineData("\"gone\"", """{"message":"gone"}""")]
    [InlineData("{}", """{"message":"The server gave no message."}""")]
    [InlineData("""{"message":7,"locations":{},"path":"a","extensions":[]}""", """{"message":"The server gave no message."}""")]
    [InlineData("""{"message":"m","path":["a","0","01x",2,""]}""", """{"message":"m","path":["a",0,"01x",2,""]}""")]
    [InlineData("""{"message":"m","path":["a",1.5]}""", """{"message":"m"}""")]
    [InlineData("""{"message":"m","path":["a",null,"b"]}""", """{"message":"m"}""")]
    [InlineData("""{"message":"m","path":[{},"b"]}""", """{"message":"m"}""")]
    [InlineData(
        """{"message":"m","locations":[1,{},{"line":1},{"column":1},{"line":"1","column":1},{"line":1,"column":1.5},{"line":5,"column":6}]}""",
        """{"message":"m","locations":[{"line":5,"column":6}]}""")]
    public void WhatIsNoErrorOfTheSpecificationIsTakenAsFarAsItGoes(string json, string expected) =>
        Assert.Equal(expected, JsonText.Write(writer => ErrorJson.Write(writer, ErrorJson.Read(JsonText.Element(json))!)));

    [Theory]
    [InlineData("1")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("true")]
    public void OtherJsonIsNoError(string json) => Assert.Null(ErrorJson.Read(JsonText.Element(json)));

    [Fact]
    public void TheConverterRefusesOtherJson()
    {
        var options = new JsonSerializerOptions { Converters = { new ErrorJsonConverter() } };
        var failure = Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<GraphQLError>("[]", options));
        Assert.StartsWith("An error of GraphQL is an object.", failure.Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentNullException>("writer", static () => new ErrorJsonConverter().Write(null!, new GraphQLError("a"), new()));
        Assert.Throws<ArgumentNullException>(
            "value", static () => JsonText.Write(static writer => new ErrorJsonConverter().Write(writer, null!, new())));
    }
}
