using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Lathe.TestSupport;

namespace Lathe.Package.Tests;

/// <summary>The server that <c>docs/start.md</c> has its reader save and run, on a free port.</summary>
internal sealed class PracticeServer(string folder) : IDisposable
{
    private const string AddressOfThePage = "http://localhost:5005";

    private readonly string _address = $"http://localhost:{FreePort()}";
    private string _command = "";
    private Process? _process;

    /// <summary>Puts the address of this server into a command in place of the one that the page names.</summary>
    public string OfThisServer(string command) => command.Replace(AddressOfThePage, _address, StringComparison.Ordinal);

    /// <summary>Saves the file and runs it by the page's command.</summary>
    /// <returns>What the server says of itself, with the address of the page.</returns>
    public Task<string> StartAsync(string command)
    {
        _command = command;
        Directory.CreateDirectory(folder);
        File.Copy(Path.Combine(SharedFolder.RepositoryRoot, "docs/start/server.cs"), Program);
        return RunAsync();
    }

    /// <summary>Edits the file, and runs it again.</summary>
    public Task RestartAsync(Func<string, string> edit)
    {
        End();
        File.WriteAllText(Program, edit(File.ReadAllText(Program)));
        return RunAsync();
    }

    public void Dispose() => End();

    private string Program => Path.Combine(folder, "server.cs");

    private async Task<string> RunAsync()
    {
        var words = Readme.Words(OfThisServer(_command));
        _process = Command.Start(words[0], folder, [], words[1..]);
        while (await _process.StandardOutput.ReadLineAsync() is { } line)
        {
            if (line.StartsWith("GraphQL at ", StringComparison.Ordinal))
                return line.Replace(_address, AddressOfThePage, StringComparison.Ordinal);
        }

        throw new InvalidOperationException($"The server ended: {await _process.StandardError.ReadToEndAsync()}");
    }

    private void End()
    {
        _process?.Kill(entireProcessTree: true);
        _process?.WaitForExit();
        _process?.Dispose();
        _process = null;
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
