using System.Globalization;
using System.Numerics;
using System.Text;
using System.Text.Json;
using Lathe.Interop.Tests.Support;
using Lathe.Json;
using Shop;

namespace Lathe.Interop.Tests;

/// <summary>GraphQL.NET, which needs no node.</summary>
public sealed class GraphQLDotNetTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task AQueryAMutationAndAnErrorAreAnswered()
    {
        await using var server = await GraphQLDotNetServer.StartAsync();
        await using var user = new ShopUser(server.Endpoint);
        Assert.Equal("Hello ü \"q\"", (await user.Client.HelloAsync("ü \"q\"", cancellationToken: Stop)).RequireData().Hello);
        var renamed = (await user.Client.RenameAsync("m1", "Mill", cancellationToken: Stop)).RequireData().Rename;
        Assert.Equal(("m1", "Mill"), (renamed.Id, renamed.Name));
        var partial = await user.Client.PartialAsync(cancellationToken: Stop);
        Assert.Equal("yes", partial.Data!.Partial!.Good);
        var error = Assert.Single(partial.Errors);
        Assert.Equal(("One field fails.", "ONE", "partial.bad"), (error.Message, error.Code, string.Join('.', error.Path)));
    }

    [Fact]
    public async Task AQueryThatItDoesNotKnowIsAResultWithItsErrors()
    {
        await using var server = await GraphQLDotNetServer.StartAsync();
        await using var user = new ShopUser(server.Endpoint);
        var result = await user.Client.HeaderAsync("x", cancellationToken: Stop);
        Assert.Null(result.Data);
        Assert.Equal(400, (int)result.StatusCode!);
        Assert.Equal("FIELDS_ON_CORRECT_TYPE", Assert.Single(result.Errors).Code);
    }

    [Theory]
    [InlineData("9007199254740991")]
    [InlineData("-9007199254740993")]
    [InlineData("123456789012345678901234567890")]
    public async Task ABigIntegerThatIsWrittenAsANumberComesBackAsItWent(string digits)
    {
        await using var server = await GraphQLDotNetServer.StartAsync();
        await using var user = new ShopUser(server.Endpoint);
        var variables = new NumberVariable(BigInteger.Parse(digits, CultureInfo.InvariantCulture));
        var result = await user.Transport.SendAsync(EchoBigQuery.Operation, variables, cancellationToken: Stop);
        Assert.Equal(variables.Value, result.RequireData().EchoBig);
    }

    [Fact]
    public async Task ItTakesNoStringForABigIntegerSoThatTheMappingMustSayNumber()
    {
        await using var server = await GraphQLDotNetServer.StartAsync();
        await using var user = new ShopUser(server.Endpoint);
        Assert.Equal(9007199254740991, (await user.Client.EchoBigAsync(9007199254740991, cancellationToken: Stop)).RequireData().EchoBig);
        Assert.Equal("INVALID_VALUE", Assert.Single((await user.Client.EchoBigAsync(9007199254740992, cancellationToken: Stop)).Errors).Code);
    }

    [Fact]
    public async Task TrustedDocumentsAreFoundByTheirIdAndOthersAreRefused()
    {
        var operation = HelloQuery.Operation;
        using var prefix = JsonDocument.Parse(Encoding.UTF8.GetString(operation.RequestPrefix.Span) + "}");
        await using var server = await GraphQLDotNetServer.StartAsync(
            new Dictionary<string, string> { [operation.DocumentHash] = prefix.RootElement.GetProperty("query").GetString()! });
        await using var user = new ShopUser(server.Endpoint, options => options.PersistedOperations = PersistedOperationMode.Trusted);
        Assert.Equal("Hello x", (await user.Client.HelloAsync("x", cancellationToken: Stop)).RequireData().Hello);
        Assert.DoesNotContain("\"query\"", Assert.Single(user.Sent).Body, StringComparison.Ordinal);
        Assert.Equal("DOCUMENT_NOT_FOUND", Assert.Single((await user.Client.PartialAsync(cancellationToken: Stop)).Errors).Code);
    }

    [Fact]
    public async Task WithoutPersistedDocumentsItGetsTheTextAndIsNotAskedAgain()
    {
        await using var server = await GraphQLDotNetServer.StartAsync();
        await using var user = new ShopUser(server.Endpoint, options => options.PersistedOperations = PersistedOperationMode.Automatic);
        Assert.Equal("Hello x", (await user.Client.HelloAsync("x", cancellationToken: Stop)).RequireData().Hello);
        Assert.Equal(2, user.Sent.Count);
        Assert.Equal("Hello y", (await user.Client.HelloAsync("y", cancellationToken: Stop)).RequireData().Hello);
        Assert.Equal(3, user.Sent.Count);
    }

    // What generated code writes for a scalar that is mapped with "write": "number".
    private sealed record NumberVariable(BigInteger Value) : IGraphQLVariables
    {
        public void WriteTo(Utf8JsonWriter writer)
        {
            writer.WriteStartObject();
            writer.WritePropertyName("value");
            new InputWriter(writer).WriteValue(Value, NumberForm.Number);
            writer.WriteEndObject();
        }
    }
}
