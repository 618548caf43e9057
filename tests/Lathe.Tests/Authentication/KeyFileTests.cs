using Lathe.Authentication;
using Lathe.Tests.Support;

namespace Lathe.Tests.Authentication;

public sealed class KeyFileTests : KeyFileFolder
{
    [Fact]
    public async Task ANewKeyIsTakenOverWhenTwoLooksAgree()
    {
        await WriteAsync("first\n");
        var source = Source();
        Assert.Equal("first", await GetAsync(source));
        await WriteAsync("seco");
        Assert.Equal("first", await LookAsync(source));
        await WriteAsync("second");
        Assert.Equal("first", await LookAsync(source));
        Assert.Equal("second", await LookAsync(source));
    }

    [Theory]
    [InlineData("")]
    [InlineData("two keys")]
    public async Task TheFormerKeyServesWhileTheFileIsNoKey(string text)
    {
        await WriteAsync("first");
        var source = Source();
        Assert.Equal("first", await GetAsync(source));
        await WriteAsync(text);
        Assert.Equal("first", await LookAsync(source));
        Assert.Equal("first", await LookAsync(source));
        File.Delete(KeyFile);
        Assert.Equal("first", await LookAsync(source));
        await WriteAsync("second");
        await LookAsync(source);
        Assert.Equal("second", await LookAsync(source));
    }

    [Fact]
    public async Task ASymbolicLinkThatIsSwappedAsKubernetesDoesIsFollowed()
    {
        foreach (var version in new[] { "v1", "v2" })
        {
            Directory.CreateDirectory(Path.Combine(Folder, version));
            await File.WriteAllTextAsync(Path.Combine(Folder, version, "key"), "key-" + version, TestContext.Current.CancellationToken);
        }

        var data = Path.Combine(Folder, "..data");
        Directory.CreateSymbolicLink(data, Path.Combine(Folder, "v1"));
        File.CreateSymbolicLink(KeyFile, Path.Combine("..data", "key"));
        var source = Source();
        Assert.Equal("key-v1", await GetAsync(source));
        Directory.Delete(data);
        Directory.CreateSymbolicLink(data, Path.Combine(Folder, "v2"));
        await LookAsync(source);
        Assert.Equal("key-v2", await LookAsync(source));
    }

    [Theory]
    [InlineData("first\r\n", false)]
    [InlineData("\ufefffirst\n\n", false)]
    [InlineData("Bearer \"first\"", false)]
    [InlineData("first\r\n", true)]
    public async Task WhatEditorsAddToAKeyDoesNotMatter(string text, bool utf16)
    {
        await File.WriteAllTextAsync(KeyFile, text, utf16 ? System.Text.Encoding.Unicode : new System.Text.UTF8Encoding(false), Stop);
        Assert.Equal("first", await GetAsync(Source()));
    }

    [Theory]
    [InlineData("qz7Kv\nsecond\n", "has a line break at position 6 of 12")]
    [InlineData("qz7\u200bKv", "has a character outside ASCII at position 4 of 6")]
    [InlineData(" \r\n", "is empty")]
    [InlineData("x*70000", "has more than 65,536 characters")]
    public async Task AFileThatHoldsNoKeySaysWhyAndShowsNothingOfIt(string text, string said)
    {
        await WriteAsync(text == "x*70000" ? new string('x', 70_000) : text);
        var exception = await Assert.ThrowsAsync<BearerTokenException>(async () => await GetAsync(Source()));
        Assert.Contains(said, exception.Message, StringComparison.Ordinal);
        // The stack trace names the folder of the sources, which may be called anything but this.
        Assert.DoesNotContain("qz7", exception.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task WhatIsNoFileHasAnEndToo()
    {
        var folder = await Assert.ThrowsAsync<BearerTokenException>(async () => await GetAsync(Source(Folder)));
        Assert.Contains("can't be read", folder.Message, StringComparison.Ordinal);
        if (OperatingSystem.IsLinux())
        {
            var device = await Assert.ThrowsAsync<BearerTokenException>(async () => await GetAsync(Source("/dev/zero")));
            Assert.Contains("more than 65,536 characters", device.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task ARejectedKeyMakesItLookAtOnce()
    {
        await WriteAsync("first");
        var source = Source();
        var first = await source.GetAsync(null, Stop);
        Assert.Null(await source.RenewAsync(null, first, Stop));
        await WriteAsync("second");
        Assert.Equal("Bearer second", (await source.RenewAsync(null, first, Stop))!.HeaderFor("Bearer"));
    }

    [Fact]
    public async Task AMissingFileSaysSo()
    {
        var exception = await Assert.ThrowsAsync<BearerTokenException>(async () => await Source().GetAsync(null, Stop));
        Assert.Equal($"The key file '{KeyFile}' does not exist. Mount the secret there, readable by this process.", exception.Message);
    }

    [Fact]
    public async Task AFolderInThePlaceOfTheFileSaysSo()
    {
        Directory.CreateDirectory(KeyFile);
        var exception = await Assert.ThrowsAsync<BearerTokenException>(async () => await Source().GetAsync(null, Stop));
        Assert.StartsWith(
            $"The key file '{KeyFile}' can't be read: it is a folder. Name the file in it that holds the key;",
            exception.Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task AFileThatIsGoneIsToldOfOnce()
    {
        await WriteAsync("first");
        var log = new ListLogger();
        var source = new FileBearerTokenSource(KeyFile, TimeSpan.FromSeconds(1), Time, log);
        Assert.Equal("first", await LookAsync(source));
        File.Delete(KeyFile);
        for (var look = 0; look < 5; look++)
            Assert.Equal("first", await LookAsync(source));
        Assert.Single(log.Lines);
        await WriteAsync("second");
        await LookAsync(source);
        Assert.Equal("second", await LookAsync(source));
    }

    [Fact]
    public async Task RotationReachesRequestsWithoutARestart()
    {
        await WriteAsync("first");
        await using var server = await LoopbackServer.StartAsync(MachinesOperation.TwoMachines);
        await using var client = TestClient.Create(server.Endpoint, b => Microsoft.Extensions.DependencyInjection
            .BearerTokenHttpClientBuilderExtensions.AddBearerToken(b, o => (o.File, o.FileCheckInterval) = (KeyFile, TimeSpan.Zero)));
        await client.MachinesAsync();
        File.Move(await TemporaryAsync("second"), KeyFile, overwrite: true);
        await client.MachinesAsync();
        await client.MachinesAsync();
        Assert.Equal(["Bearer first", "Bearer first", "Bearer second"], server.Received.Select(r => r.Authorization));
    }

    private async Task<string> TemporaryAsync(string text)
    {
        await File.WriteAllTextAsync(KeyFile + ".new", text, TestContext.Current.CancellationToken);
        return KeyFile + ".new";
    }
}
