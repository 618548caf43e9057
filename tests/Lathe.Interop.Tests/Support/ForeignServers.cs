using System.Diagnostics;
using System.Reflection;
using System.Text.Json;

[assembly: AssemblyFixture(typeof(Lathe.Interop.Tests.Support.ForeignServers))]

namespace Lathe.Interop.Tests.Support;

/// <summary>Servers from npm, in one node process on loopback. Without node, tests that ask for one are skipped.</summary>
public sealed partial class ForeignServers : IAsyncLifetime
{
    private static readonly TimeSpan s_patience = TimeSpan.FromMinutes(5);

    private readonly List<IAsyncDisposable> _own = [];
    private Dictionary<string, Uri> _endpoints = [];
    private Process? _node;
    private string? _missing;

    /// <summary>Gets where the servers and their packages are.</summary>
    public string Folder { get; private set; } = "";

    /// <summary>Gets a server's address, or skips the test.</summary>
    /// <param name="name">As a file of <c>servers/setups</c> names it; <c>lathe</c> begins the names of our test server.</param>
    public Uri Endpoint(string name)
    {
        Uri? own = null;
        FindOwn(name, ref own);
        if (own is not null)
            return own;
        if (_missing is not null)
            Assert.Skip(_missing);
        return _endpoints[name];
    }

    public async ValueTask InitializeAsync()
    {
        if (!HasNode())
        {
            _missing = "node and npm are not installed; they run the foreign servers.";
            return;
        }

        var folder = await ServerFolder.PrepareAsync();
        (_missing, Folder) = (folder.Missing, folder.Path);
        if (_missing is null)
            await StartAsync(folder.Path);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var own in _own)
            await own.DisposeAsync();
        if (_node is null)
            return;
        // The end of its input is the servers' end.
        _node.StandardInput.Close();
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(10));
        try
        {
            await _node.WaitForExitAsync(patience.Token);
        }
        catch (OperationCanceledException)
        {
            _node.Kill(entireProcessTree: true);
        }

        _node.Dispose();
    }

    // Only the project of these tests has servers of its own.
    partial void FindOwn(string name, ref Uri? endpoint);

    private static bool HasNode() => (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
        .Any(folder => File.Exists(Path.Combine(folder, "node")) && File.Exists(Path.Combine(folder, "npm")));

    private async Task StartAsync(string folder)
    {
        _node = Process.Start(new ProcessStartInfo("node", "main.mjs")
        {
            WorkingDirectory = folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        })!;
        using var patience = new CancellationTokenSource(s_patience);
        var line = await _node.StandardOutput.ReadLineAsync(patience.Token)
            ?? throw new InvalidOperationException($"The foreign servers did not start; run 'node main.mjs' in {folder}.");
        _endpoints = JsonSerializer.Deserialize<Dictionary<string, Uri>>(line)!;
        // Nobody reads further, and a full pipe would stop the servers.
        _ = _node.StandardOutput.ReadToEndAsync(CancellationToken.None);
    }

    internal static string Metadata(string key) => typeof(ForeignServers).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(attribute => attribute.Key == key).Value!;
}
