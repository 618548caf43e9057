using Lathe.Authentication;
using Lathe.Tests.Support;

namespace Lathe.Tests.Authentication;

/// <summary>When a key file is looked at, and what is said of it.</summary>
public sealed class KeyFileLookTests : KeyFileFolder
{
    [Fact]
    public async Task TheFileIsLookedAtWhenTheIntervalIsOver()
    {
        await WriteAsync("first");
        var source = Source();
        await GetAsync(source);
        await WriteAsync("second");
        Time.Advance(TimeSpan.FromMilliseconds(999));
        Assert.Equal("first", await GetAsync(source));
        Time.Advance(TimeSpan.FromMilliseconds(1));
        Assert.Equal("first", await GetAsync(source));
        Time.Advance(TimeSpan.FromMilliseconds(999));
        Assert.Equal("first", await GetAsync(source));
        Time.Advance(TimeSpan.FromMilliseconds(1));
        Assert.Equal("second", await GetAsync(source));
    }

    [Fact]
    public async Task AKeyThatIsPutBackWasNoChange()
    {
        await WriteAsync("first");
        var source = Source();
        await GetAsync(source);
        await WriteAsync("second");
        await LookAsync(source);
        await WriteAsync("first");
        await LookAsync(source);
        await WriteAsync("second");
        Assert.Equal("first", await LookAsync(source));
        Assert.Equal("second", await LookAsync(source));
        await WriteAsync("first");
        Assert.Equal("second", await LookAsync(source));
    }

    [Fact]
    public async Task TheLogTellsOfEachRotationAndEachFaultOnce()
    {
        await WriteAsync("'first'");
        var log = new ListLogger();
        var source = new FileBearerTokenSource(KeyFile, TimeSpan.FromSeconds(1), Time, log);
        await GetAsync(source);
        foreach (var text in new[] { "", "", "second", "second", "", "third key", "third key", "" })
        {
            await WriteAsync(text);
            await LookAsync(source);
            await LookAsync(source);
        }

        var ignored = $"The key file '{KeyFile}' changed, but cannot be used. The former key stays in use. The key file '{KeyFile}' ";
        var empty = ignored + "is empty. Set it to the API key, without quotes or 'Bearer'.";
        Assert.Equal(
            [
                $"The key file '{KeyFile}' has surrounding quotes around it; the bare key is used. Store it without.",
                empty,
                $"The key in file '{KeyFile}' was rotated; the new one is used.",
                empty,
                ignored + "has white space at position 6 of 9, which a header can't hold. Copy the key again.",
                empty,
            ],
            log.Lines);
    }

    [Fact]
    public async Task ARejectedKeyIsReplacedAtOnceAndAnotherIsNotLookedFor()
    {
        await WriteAsync("first");
        var source = Source();
        var first = await source.GetAsync(null, Stop);
        await WriteAsync("second");
        Assert.Equal(first, await source.RenewAsync(null, BearerToken.Create("older"), Stop));
        await WriteAsync("");
        Assert.Null(await source.RenewAsync(null, first, Stop));
        var tenant = await Assert.ThrowsAsync<BearerTokenException>(async () => await source.GetAsync("acme", Stop));
        Assert.StartsWith(
            $"The call is for tenant 'acme', but the key file '{KeyFile}' is one key for all.", tenant.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task TheLargestFileIsRead()
    {
        await WriteAsync(new string('x', 64 * 1024));
        Assert.Equal(64 * 1024, (await GetAsync(Source())).Length);
        await WriteAsync(new string('x', (64 * 1024) + 1));
        var large = await Assert.ThrowsAsync<BearerTokenException>(async () => await GetAsync(Source()));
        Assert.Equal(
            $"The key file '{KeyFile}' has more than 65,536 characters, more than a key can have. Is it the right file?", large.Message);
    }

    [Fact]
    public async Task AFileThatAnotherWritesIsRead()
    {
        await WriteAsync("first");
        await using var writer = new FileStream(KeyFile, FileMode.Open, FileAccess.Write, FileShare.ReadWrite | FileShare.Delete);
        Assert.Equal("first", await GetAsync(Source()));
        var missing = await Assert.ThrowsAsync<BearerTokenException>(async () => await GetAsync(Source(Path.Combine(Folder, "none", "key"))));
        Assert.EndsWith("does not exist. Mount the secret there, readable by this process.", missing.Message, StringComparison.Ordinal);
    }
}
