using System.Security.Cryptography;
using System.Text.RegularExpressions;
using Lathe.Interop.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using Shop;

namespace Lathe.Interop.Tests;

/// <summary>Files by the GraphQL multipart request specification.</summary>
public sealed class UploadTests(ForeignServers servers)
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public static TheoryData<string> Servers() => ["yoga", "apollo-upload", "yoga-csrf", "lathe"];

    [Theory]
    [MemberData(nameof(Servers))]
    public async Task AFileArrivesWithItsNameAndType(string server)
    {
        await using var user = Create(server);
        var bytes = Bytes(300_000);
        var file = GraphQLFile.FromBytes(bytes, "Zeichnung ü 1.png", "image/png");
        var result = (await user.Client.UploadAsync(file, "ü \"q\"", cancellationToken: Stop)).RequireData().Upload;
        Assert.Equal(("Zeichnung ü 1.png", "image/png", 300_000), (result.Name, result.Type, result.Size));
        Assert.Equal((Hash(bytes), "ü \"q\""), (result.Sha256, result.Title));
    }

    [Theory]
    [MemberData(nameof(Servers))]
    public async Task FilesAreAnywhereInVariablesAndOneThatIsThereTwiceIsSentOnce(string server)
    {
        await using var user = Create(server);
        var (one, two) = (GraphQLFile.FromBytes(Bytes(10), "one"), GraphQLFile.FromStream(new MemoryStream(Bytes(20)), "two", "text/plain"));
        var input = new PartInput { Files = [one, two], Note = null, Inner = new PartInput { Files = [one] } };
        var result = (await user.Client.UploadPartsAsync(input, cancellationToken: Stop)).RequireData().UploadParts;
        Assert.Equal([("one", 10), ("two", 20), ("one", 10)], result.Select(file => (file.Name, file.Size)));
        Assert.Equal(2, Regex.Count(Assert.Single(user.Sent).Body, "filename="));
    }

    [Theory]
    [MemberData(nameof(Servers))]
    public async Task AStreamWithoutALengthAndAnEmptyFileArrive(string server)
    {
        await using var user = Create(server);
        var bytes = Bytes(100_000);
        var file = GraphQLFile.FromStream(_ => new(new MemoryStream(bytes)), "opened");
        Assert.Null(file.Length);
        Assert.Equal(Hash(bytes), (await user.Client.UploadAsync(file, cancellationToken: Stop)).RequireData().Upload.Sha256);
        Assert.Equal(0, (await user.Client.UploadAsync(GraphQLFile.FromBytes(default, "empty"), cancellationToken: Stop)).RequireData().Upload.Size);
    }

    private static byte[] Bytes(int count)
    {
        var bytes = new byte[count];
        new Random(count).NextBytes(bytes);
        return bytes;
    }

    private static string Hash(byte[] bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));

    private ShopUser Create(string server) => new(servers.Endpoint(server), configure: builder =>
    {
        if (server == "yoga-csrf")
            builder.ConfigureHttpClient(http => http.DefaultRequestHeaders.Add("x-graphql-yoga-csrf", "1"));
    });
}
