using System.Diagnostics;
using Lathe.Interop.Tests.Support;

namespace Lathe.Browser.Tests.Support;

/// <summary>An app in a process of its own, as it was built with the tests.</summary>
internal sealed class ServerApp : IAsyncDisposable
{
    private const string Listening = "Now listening on: ";

    private readonly Process _process;

    private ServerApp(Process process, Uri origin) => (_process, Origin) = (process, origin);

    public Uri Origin { get; }

    /// <summary>Starts the app of <c>tests/Lathe.Browser.Server</c>.</summary>
    public static Task<ServerApp> StartAsync(Uri endpoint, string key) =>
        StartAsync("ServerApp", new() { ["Shop__Endpoint"] = endpoint.ToString(), ["Shop__ApiKey"] = key });

    /// <summary>Starts an app.</summary>
    /// <param name="name">Which metadata of this assembly says where it is.</param>
    /// <param name="settings">Variables of its environment.</param>
    public static async Task<ServerApp> StartAsync(string name, Dictionary<string, string> settings)
    {
        var assembly = ForeignServers.Metadata(name);
        var start = new ProcessStartInfo("dotnet", [assembly, "--urls", "http://127.0.0.1:0"])
        {
            WorkingDirectory = Path.GetDirectoryName(assembly),
            RedirectStandardOutput = true,
        };
        // The development environment serves the scripts of the framework from where the package cache has them.
        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Development";
        foreach (var (variable, value) in settings)
            start.Environment[variable] = value;
        var process = Process.Start(start)!;
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(2));
        while (await process.StandardOutput.ReadLineAsync(patience.Token) is { } line)
        {
            if (line.IndexOf(Listening, StringComparison.Ordinal) is var at and >= 0)
            {
                // Nobody reads further, and a full pipe would stop the app.
                _ = process.StandardOutput.ReadToEndAsync(CancellationToken.None);
                return new ServerApp(process, new Uri(line[(at + Listening.Length)..]));
            }
        }

        throw new InvalidOperationException($"The app did not start; run 'dotnet {assembly}'.");
    }

    public async ValueTask DisposeAsync()
    {
        _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync();
        _process.Dispose();
    }
}
