using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using Lathe.Json;
using Lathe.Responses;
using Lathe.Tests.Support;

namespace Lathe.Tests;

/// <summary>A value or an error in its place: what it gives, what it is equal to, and as JSON.</summary>
public sealed class FieldResultTests
{
    private static readonly GraphQLError s_error = Error("gone");

    [Fact]
    public void AValueIsGiven()
    {
        FieldResult<string?> result = "a";
        Assert.Equal("a", result.Value);
        Assert.True(result.TryGetValue(out var value));
        Assert.Equal(("a", "a"), (value, result.ValueOrDefault));
        Assert.False(result.HasError);
        Assert.Equal("a", result switch { (var text, null) => text, (_, { } error) => error.Message });
        Assert.Equal(("a", ""), (result.ToString(), new FieldResult<string?>(null).ToString()));
    }

    [Fact]
    public void AnErrorIsThrownWhereAValueIsWanted()
    {
        var result = new FieldResult<int> { Error = s_error };
        var exception = Assert.Throws<GraphQLFieldException>(() => result.Value);
        Assert.Same(s_error, exception.Error);
        Assert.Equal(["machines", "[3]", "name"], exception.Path.Select(static step => step.ToString()));
        Assert.Same(s_error, Assert.Single(exception.Errors));
        Assert.False(result.TryGetValue(out var value));
        Assert.Equal(0, value);
        Assert.True(result.HasError);
        Assert.Equal("gone", result switch { (_, null) => "", (_, { } error) => error.Message });
        Assert.Equal("error: gone [GONE] at machines[3].name (line 1, column 2)", result.ToString());
        Assert.Same(s_error, result.Cast<object>().Error);
    }

    [Fact]
    public void ThoseThatSayTheSameAreEqual()
    {
        Assert.Equal(new FieldResult<int>(1), new FieldResult<int>(1));
        Assert.NotEqual(new FieldResult<int>(1), new FieldResult<int>(2));
        Assert.True(new FieldResult<string?>(null) == default);
        Assert.NotEqual(new FieldResult<string?>(null), new FieldResult<string?>("a"));
        Assert.Equal(new FieldResult<JsonElement>(Parse("[1.0]")), new FieldResult<JsonElement>(Parse("[1]")));
        Assert.Equal(new FieldResult<byte[]>([1, 2]), new FieldResult<byte[]>([1, 2]));
        Assert.True(new FieldResult<int> { Error = s_error } == new FieldResult<int> { Error = Error("gone") });
        Assert.Equal(new FieldResult<int> { Error = s_error }.GetHashCode(), new FieldResult<int> { Error = Error("gone") }.GetHashCode());
        Assert.True(new FieldResult<int> { Error = s_error } != new FieldResult<int> { Error = Error("lost") });
        Assert.True(new FieldResult<int> { Error = s_error } != default);
        Assert.NotEqual(s_error, s_error with { Path = [new GraphQLPathSegment("machines")] });
        Assert.NotEqual(s_error, s_error with { Extensions = null });
        Assert.NotEqual(s_error, s_error with { Locations = [] });
    }

    [Theory]
    [InlineData("""{"value":"a"}""")]
    [InlineData("""{"value":null}""")]
    [InlineData("""{"value":null,"error":{"message":"gone","locations":[{"line":1,"column":2}],"path":["machines",3,"name"],"extensions":{"code":"GONE"}}}""")]
    public void ItTravelsAsJson(string json)
    {
        var result = JsonSerializer.Deserialize(json, Context.Default.FieldResultString);
        Assert.Equal(json.Contains("error", StringComparison.Ordinal), result.Error == s_error);
        Assert.Equal(json, JsonSerializer.Serialize(result, Context.Default.FieldResultString));
        Assert.Equal(result, JsonSerializer.Deserialize<FieldResult<string?>>(JsonSerializer.Serialize(result)));
    }

    [Theory]
    [InlineData("""{"value":123456789012345678901234567890}""")]
    [InlineData("""{"error":{"message":"gone"}}""")]
    public void SoDoesAValueWithAConverter(string json)
    {
        var options = new JsonSerializerOptions { Converters = { new FieldResultJsonConverter<System.Numerics.BigInteger,
            BigIntegerJsonConverter>() } };
        var result = JsonSerializer.Deserialize<FieldResult<System.Numerics.BigInteger>>(json, options);
        Assert.Equal(json, JsonSerializer.Serialize(result, options));
        Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<FieldResult<System.Numerics.BigInteger>>("1", options));
    }

    [Fact]
    public void TheErrorOfAResultHoldsNoKey()
    {
        var key = BearerToken.Create("a-secret-key-of-32-characters-xx");
        const string Answer = """{"data":{"a":null},"errors":[{"message":"bad key a-secret-key-of-32-characters-xx","path":["a"]}]}""";
        var read = ResponseEnvelope<Holder>.Read(static (ref JsonCursor json) => new Holder(ref json), Encoding.UTF8.GetBytes(Answer), 64, key);
        Assert.DoesNotContain("a-secret-key", read.Data!.A.Error!.Message, StringComparison.Ordinal);
        Assert.Same(read.Errors![0], read.Data.A.Error);
    }

    [Fact]
    public void ManyErrorsAreJoinedInTimeThatGrowsWithThem()
    {
        var count = Rounds.Of(50_000);
        var nulls = string.Join(',', Enumerable.Repeat("null", count));
        var errors = string.Join(',', Enumerable.Range(0, count).Select(static i => $$"""{"message":"{{i}}","path":["a",{{i}}]}"""));
        var json = Encoding.UTF8.GetBytes($$"""{"data":{"a":[{{nulls}}]},"errors":[{{errors}}]}""");
        var read = ResponseEnvelope<ListHolder>.Read(static (ref JsonCursor json) => new ListHolder(ref json), json, 64);
        Assert.Equal(Enumerable.Range(0, count).Select(static i => $"{i}"), read.Data!.A.Select(static one => one.Error!.Message));
    }

    private static JsonElement Parse(string json) => JsonSerializer.Deserialize<JsonElement>(json);

    private static GraphQLError Error(string message) => new(message)
    {
        Locations = [new GraphQLErrorLocation(1, 2)],
        Path = [new GraphQLPathSegment("machines"), new GraphQLPathSegment(3), new GraphQLPathSegment("name")],
        Extensions = Parse("""{"code":"GONE"}"""),
    };

    private sealed class Holder
    {
        public Holder(ref JsonCursor json)
        {
            json.StartOnly("a"u8);
            A = json.TryReadNull() ? json.NullResult<string?>() : json.ReadString();
            json.EndOnly("a"u8);
        }

        public FieldResult<string?> A { get; }
    }

    private sealed class ListHolder
    {
        public ListHolder(ref JsonCursor json)
        {
            json.StartOnly("a"u8);
            A = json.ReadList<FieldResult<int?>>(static (ref JsonCursor json) => json.TryReadNull() ? json.NullResult<int?>() : json.ReadInt32());
            json.EndOnly("a"u8);
        }

        public ResultList<FieldResult<int?>> A { get; }
    }
}

[JsonSerializable(typeof(FieldResult<string>))]
internal sealed partial class Context : JsonSerializerContext;
