using Lathe.Interop.Tests.Support;

namespace Lathe.Interop.Tests;

/// <summary>Answers that are GraphQL's and do not say so, or not quite as the specification has them.</summary>
public sealed class OddAnswerTests(ForeignServers servers)
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("yoga-text-plain", "text/plain")]
    [InlineData("apollo-graphql-json", "application/graphql+json")]
    [InlineData("mercurius-text-json", "text/json")]
    public async Task AnotherMediaTypeIsRefusedByAMessageThatNamesTheOption(string server, string type)
    {
        await using var user = new ShopUser(servers.Endpoint(server));
        var exception = await Assert.ThrowsAsync<GraphQLHttpException>(() => user.Client.HelloAsync("x", cancellationToken: Stop));
        Assert.Equal(type, exception.MediaType);
        Assert.Contains(
            $"If that is a GraphQL answer, add '{type}' to GraphQLClientOptions.FurtherMediaTypes.", exception.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("yoga-text-plain", "text/plain")]
    [InlineData("apollo-graphql-json", "Application/GraphQL+JSON")]
    [InlineData("mercurius-text-json", "text/json")]
    public async Task AnotherMediaTypeIsReadWhereTheOptionHasIt(string server, string type)
    {
        await using var user = new ShopUser(servers.Endpoint(server), options => options.FurtherMediaTypes.Add(type));
        Assert.Equal("Hello x", (await user.Client.HelloAsync("x", cancellationToken: Stop)).RequireData().Hello);
        Assert.Equal("Mill", (await user.Client.RenameAsync("m1", "Mill", cancellationToken: Stop)).RequireData().Rename.Name);
    }

    [Fact]
    public async Task AnOptionForOneMediaTypeDoesNotLetAnotherThrough()
    {
        await using var user = new ShopUser(servers.Endpoint("yoga-text-plain"), options => options.FurtherMediaTypes.Add("text/json"));
        await Assert.ThrowsAsync<GraphQLHttpException>(() => user.Client.HelloAsync("x", cancellationToken: Stop));
    }

    [Fact]
    public async Task ErrorsThatAreStringsShowTheirText()
    {
        await using var user = new ShopUser(servers.Endpoint("apollo-string-errors"));
        var result = await user.Client.PartialAsync(cancellationToken: Stop);
        Assert.Equal("yes", result.Data!.Partial!.Good);
        Assert.Equal("One field fails.", Assert.Single(result.Errors).Message);
    }

    [Fact]
    public async Task AnArrayForOneResponseIsCalledWhatItIs()
    {
        await using var user = new ShopUser(servers.Endpoint("mercurius-array"));
        var exception = await Assert.ThrowsAsync<GraphQLResponseException>(() => user.Client.HelloAsync("x", cancellationToken: Stop));
        Assert.Contains("The answer is a JSON array, as servers answer batches, and not one response.", exception.Message, StringComparison.Ordinal);
    }
}
