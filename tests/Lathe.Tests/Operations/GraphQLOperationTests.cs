using System.Text.Json;

namespace Lathe.Tests.Operations;

public sealed class GraphQLOperationTests
{
    [Theory]
    [InlineData("""{"query":"query M{machines{id}}","operationName":"M" """, "query M{machines{id}}")]
    [InlineData("""{"operationName":"query","extensions":{"query":"x"},"query":"query M{m(a:\"\\u00e9\\n\")}" """, "query M{m(a:\"\\u00e9\\n\")}")]
    public void TheDocumentIsReadable(string prefix, string document) => Assert.Equal(document, Operation(prefix).Document);

    [Theory]
    [InlineData("")]
    [InlineData("{\"operationName\":\"M\"")]
    [InlineData("{\"query\":null")]
    public void APrefixWithoutOneIsRefused(string prefix) => Assert.ThrowsAny<JsonException>(() => Operation(prefix).Document);

    private static GraphQLOperation<object> Operation(string prefix) =>
        new(
            "M",
            GraphQLOperationType.Query,
            string.Empty,
            System.Text.Encoding.UTF8.GetBytes(prefix),
            static (ref Lathe.Json.JsonCursor _) => new object());
}
