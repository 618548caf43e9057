using Lathe.TestSupport;

namespace Lathe.Package.Tests;

/// <summary>
/// The newcomer's path, <c>docs/start.md</c>, followed from top to bottom with the packed packages: template, schema, a query of one's own, its
/// mistake, <c>lathe fix</c>, a run against a server that Lathe has no part in, a test, and the check that finds a change of the server.
/// </summary>
public sealed class StartTests(PackageFixture package) : IDisposable
{
    private const string Changed = "    public double Speed";
    private const string Check = "dotnet lathe schema check";

    // Those that find what the page made wrong.
    private static readonly string[] s_failing = ["dotnet build", Check];

    private readonly Dictionary<string, string> _environment =
        package.OwnFolders("start-cli").ToDictionary(static one => one.Name, static one => one.Value);

    private readonly PracticeServer _server = new(Path.Combine(package.Root, "start server"));
    private readonly List<string> _failed = [];
    private string _folder = Path.Combine(package.Root, "start");
    private string _output = "";

    [Fact]
    public async Task ANewcomerGetsFromNothingToATestedProgramThatHearsOfChanges()
    {
        Directory.CreateDirectory(_folder);
        var page = await File.ReadAllTextAsync(Path.Combine(SharedFolder.RepositoryRoot, "docs/start.md"), TestContext.Current.CancellationToken);
        Assert.Contains("`[Name(\"rpm\")]` above `public double Speed`", page, StringComparison.Ordinal);
        foreach (var step in new TypedPage(page.ReplaceLineEndings("\n")).Steps())
            await FollowAsync(step);

        Assert.Equal(s_failing, _failed);
    }

    public void Dispose() => _server.Dispose();

    private async Task FollowAsync(PageStep step)
    {
        switch (step)
        {
            case CommandStep { Command: var command }:
                await TypeAsync(command);
                break;
            case FileStep { Path: "schema.graphql" } schema:
                Assert.Equal(schema.Text, File.ReadAllText(Path.Combine(_folder, schema.Path)));
                break;
            case FileStep file:
                File.WriteAllText(Path.Combine(_folder, file.Path), file.Text);
                break;
            case OutputStep output:
                Assert.All(output.Lines, line => Assert.Contains(line, _output, StringComparison.Ordinal));
                break;
        }
    }

    private async Task TypeAsync(string command)
    {
        if (command.StartsWith("dotnet run server.cs ", StringComparison.Ordinal))
            _output = await _server.StartAsync(command);
        else if (command.StartsWith("cd ", StringComparison.Ordinal))
            _folder = Path.Combine(_folder, command[3..]);
        else if (command.StartsWith("export ", StringComparison.Ordinal))
            _environment[command[7..command.IndexOf('=')]] = command[(command.IndexOf('=') + 1)..];
        else
            await RunAsync(command);
    }

    private async Task RunAsync(string command)
    {
        if (command == Check)
            await _server.RestartAsync(source => source.Replace(Changed, "    [Name(\"rpm\")]\n" + Changed, StringComparison.Ordinal));
        var words = Readme.Words(_server.OfThisServer(command));
        var outcome = await Command.RunProgram(words[0], _folder, [.. _environment.Select(one => (one.Key, one.Value))], words[1..]);
        _output = outcome.Output;
        if (s_failing.Contains(command) && outcome.ExitCode == 1)
            _failed.Add(command);
        else
            outcome.RequireSuccess();
    }
}
