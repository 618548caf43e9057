using Lathe.Authentication;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;

namespace Lathe.Tests.Authentication;

/// <summary>A folder for a key file, and a clock by which the file is looked at each second: what tests of key files start from.</summary>
public abstract class KeyFileFolder : IDisposable
{
    private protected static CancellationToken Stop => TestContext.Current.CancellationToken;

    private protected string Folder { get; } = Directory.CreateTempSubdirectory("lathe-key").FullName;

    private protected FakeTimeProvider Time { get; } = new();

    private protected string KeyFile => Path.Combine(Folder, "key");

    public void Dispose()
    {
        Directory.Delete(Folder, recursive: true);
        GC.SuppressFinalize(this);
    }

    private protected FileBearerTokenSource Source(string? path = null) => new(path ?? KeyFile, TimeSpan.FromSeconds(1), Time, NullLogger.Instance);

    private protected static async Task<string> GetAsync(FileBearerTokenSource source) => (await source.GetAsync(null, Stop)).Value;

    private protected Task<string> LookAsync(FileBearerTokenSource source)
    {
        Time.Advance(TimeSpan.FromSeconds(1));
        return GetAsync(source);
    }

    private protected Task WriteAsync(string text) => File.WriteAllTextAsync(KeyFile, text, Stop);
}
