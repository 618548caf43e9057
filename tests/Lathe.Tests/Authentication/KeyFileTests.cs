using Lathe.Authentication;
using Lathe.Tests.Support;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;

namespace Lathe.Tests.Authentication;

public sealed class KeyFileTests : IDisposable
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private readonly string _folder = Directory.CreateTempSubdirectory("lathe-key").FullName;
    private readonly FakeTimeProvider _time = new();

    private string KeyFile => Path.Combine(_folder, "key");

    [Fact]
    public async Task A_new_key_is_taken_over_when_two_looks_agree()
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
    public async Task The_former_key_serves_while_the_file_is_no_key(string text)
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
    public async Task A_symbolic_link_that_is_swapped_as_kubernetes_does_is_followed()
    {
        foreach (var version in new[] { "v1", "v2" })
        {
            Directory.CreateDirectory(Path.Combine(_folder, version));
            await File.WriteAllTextAsync(Path.Combine(_folder, version, "key"), "key-" + version, TestContext.Current.CancellationToken);
        }

        var data = Path.Combine(_folder, "..data");
        Directory.CreateSymbolicLink(data, Path.Combine(_folder, "v1"));
        File.CreateSymbolicLink(KeyFile, Path.Combine("..data", "key"));
        var source = Source();
        Assert.Equal("key-v1", await GetAsync(source));
        Directory.Delete(data);
        Directory.CreateSymbolicLink(data, Path.Combine(_folder, "v2"));
        await LookAsync(source);
        Assert.Equal("key-v2", await LookAsync(source));
    }

    [Theory]
    [InlineData("first\r\n", false)]
    [InlineData("\ufefffirst\n\n", false)]
    [InlineData("Bearer \"first\"", false)]
    [InlineData("first\r\n", true)]
    public async Task What_editors_add_to_a_key_does_not_matter(string text, bool utf16)
    {
        await File.WriteAllTextAsync(KeyFile, text, utf16 ? System.Text.Encoding.Unicode : new System.Text.UTF8Encoding(false), Stop);
        Assert.Equal("first", await GetAsync(Source()));
    }

    [Theory]
    [InlineData("qz7Kv\nsecond\n", "has a line break at position 6 of 12")]
    [InlineData("qz7\u200bKv", "has a character outside ASCII at position 4 of 6")]
    [InlineData(" \r\n", "is empty")]
    [InlineData("x*70000", "has more than 65,536 characters")]
    public async Task A_file_that_holds_no_key_says_why_and_shows_nothing_of_it(string text, string said)
    {
        await WriteAsync(text == "x*70000" ? new string('x', 70_000) : text);
        var exception = await Assert.ThrowsAsync<BearerTokenException>(async () => await GetAsync(Source()));
        Assert.Contains(said, exception.Message, StringComparison.Ordinal);
        // The stack trace names the folder of the sources, which may be called anything but this.
        Assert.DoesNotContain("qz7", exception.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_no_file_has_an_end_too()
    {
        var folder = await Assert.ThrowsAsync<BearerTokenException>(async () => await GetAsync(Source(_folder)));
        Assert.Contains("can't be read", folder.Message, StringComparison.Ordinal);
        if (OperatingSystem.IsLinux())
        {
            var device = await Assert.ThrowsAsync<BearerTokenException>(async () => await GetAsync(Source("/dev/zero")));
            Assert.Contains("more than 65,536 characters", device.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_rejected_key_makes_it_look_at_once()
    {
        await WriteAsync("first");
        var source = Source();
        var first = await source.GetAsync(null, Stop);
        Assert.Null(await source.RenewAsync(null, first, Stop));
        await WriteAsync("second");
        Assert.Equal("Bearer second", (await source.RenewAsync(null, first, Stop))!.HeaderFor("Bearer"));
    }

    [Fact]
    public async Task A_missing_file_says_so()
    {
        var exception = await Assert.ThrowsAsync<BearerTokenException>(async () => await Source().GetAsync(null, Stop));
        Assert.Equal($"The key file '{KeyFile}' does not exist. Mount the secret there, readable by this process.", exception.Message);
    }

    [Fact]
    public async Task A_folder_in_the_place_of_the_file_says_so()
    {
        Directory.CreateDirectory(KeyFile);
        var exception = await Assert.ThrowsAsync<BearerTokenException>(async () => await Source().GetAsync(null, Stop));
        Assert.StartsWith(
            $"The key file '{KeyFile}' can't be read: it is a folder. Name the file in it that holds the key;",
            exception.Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_is_gone_is_told_of_once()
    {
        await WriteAsync("first");
        var log = new ListLogger();
        var source = new FileBearerTokenSource(KeyFile, TimeSpan.FromSeconds(1), _time, log);
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
    public async Task Rotation_reaches_requests_without_a_restart()
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

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private FileBearerTokenSource Source(string? path = null) => new(path ?? KeyFile, TimeSpan.FromSeconds(1), _time, NullLogger.Instance);

    private static async Task<string> GetAsync(FileBearerTokenSource source) => (await source.GetAsync(null, Stop)).Value;

    private Task<string> LookAsync(FileBearerTokenSource source)
    {
        _time.Advance(TimeSpan.FromSeconds(1));
        return GetAsync(source);
    }

    private Task WriteAsync(string text) => File.WriteAllTextAsync(KeyFile, text, TestContext.Current.CancellationToken);

    private async Task<string> TemporaryAsync(string text)
    {
        await File.WriteAllTextAsync(KeyFile + ".new", text, TestContext.Current.CancellationToken);
        return KeyFile + ".new";
    }
}
