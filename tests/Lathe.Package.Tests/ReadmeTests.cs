using System.Diagnostics;
using Lathe.TestSupport;

namespace Lathe.Package.Tests;

/// <summary>The README's commands, typed in their order in a clone and in a fresh project, from nothing to an answer.</summary>
public sealed class ReadmeTests(PackageFixture package)
{
    // The test run looks at the same sources with analyzers.
    private static readonly (string, string)[] s_ofTheClone = [("RunAnalyzers", "false")];

    private string Clone => Path.Combine(package.Root, "clone");

    [Fact]
    public async Task WhatTheReadmeSaysIsTypedFromCloneToAnswer()
    {
        (await Command.RunProgram("git", package.Root, [], "clone", "-q", SharedFolder.RepositoryRoot, Clone)).RequireSuccess();
        var page = await File.ReadAllTextAsync(Path.Combine(Clone, "README.md"), TestContext.Current.CancellationToken);
        var readme = new Readme(page.ReplaceLineEndings("\n"));
        await RunTheSampleAsync(readme);

        using var server = Start(readme.InlineCommand("See it run", "dotnet run --project samples/MachineMetrics.Server"));
        try
        {
            var endpoint = await ReadAsync(server, "GraphQL ");
            var key = await ReadAsync(server, "demo key ");
            await AddToAProjectAsync(readme, endpoint, key);
        }
        finally
        {
            server.Kill(entireProcessTree: true);
        }
    }

    private async Task RunTheSampleAsync(Readme readme)
    {
        var blocks = readme.Blocks("See it run");

        // The second is what runs this test.
        Assert.Equal("dotnet test Generator.sln", blocks[0].Lines[1]);
        Assert.Equal(2, blocks[0].Lines.Length);
        var output = (await TypeAsync(Clone, blocks[0].Lines[0])).Output;
        foreach (var line in blocks[1].Lines.Where(line => line is not ("..." or "")))
            Assert.Contains(line.TrimEnd(), output, StringComparison.Ordinal);
    }

    private async Task AddToAProjectAsync(Readme readme, string endpoint, string key)
    {
        var blocks = readme.Blocks("Add it to your project");
        var shop = new Consumer(package.Root, "Readme").WriteProject(
            "<OutputType>Exe</OutputType><TargetFramework>net10.0</TargetFramework><Nullable>enable</Nullable>"
                + "<ImplicitUsings>enable</ImplicitUsings>",
            reference: """<PackageReference Include="Microsoft.Extensions.Hosting" Version="10.0.*" />""");
        foreach (var command in blocks.Where(block => block.Language == "").SelectMany(block => block.Lines).Where(IsForAProgram))
        {
            if (IsOfTheOperation(command))
                shop.Write("Queries/Machines.graphql", string.Join('\n', blocks.Single(block => block.Language == "graphql").Lines));
            var typed = command.Replace("https://api.machinemetrics.com/graphql", endpoint, StringComparison.Ordinal);
            var outcome = await TypeAsync(shop.Folder, typed, ("MACHINEMETRICS_API_KEY", key));
            if (IsOfTheOperation(command))
                Assert.Contains("5-Axis 1", outcome.Output, StringComparison.Ordinal);
        }

        shop.Write("Program.cs", string.Join('\n', blocks.Single(block => block.Language == "csharp").Lines));
        var answer = await TypeAsync(shop.Folder, "dotnet run", ("MACHINEMETRICS_API_KEY", key));
        Assert.Contains("5-Axis 1: Hermle\n", answer.Output.ReplaceLineEndings("\n"), StringComparison.Ordinal);
    }

    private static bool IsForAProgram(string line) =>
        line.StartsWith("dotnet ", StringComparison.Ordinal) || line.StartsWith("dnx ", StringComparison.Ordinal);

    private static bool IsOfTheOperation(string command) => command.Contains(" run Queries/Machines.graphql", StringComparison.Ordinal);

    private Process Start(string command) => Command.Start("dotnet", Clone, s_ofTheClone, Readme.Words(command)[1..]);

    private async Task<CommandOutcome> TypeAsync(string folder, string command, params (string Name, string Value)[] environment)
    {
        var words = Readme.Words(command);
        (string, string)[] own = package.OwnFolders("readme-cli");
        return (await Command.RunProgram(words[0], folder, folder == Clone ? s_ofTheClone : [.. own, .. environment], words[1..])).RequireSuccess();
    }

    private static async Task<string> ReadAsync(Process process, string label)
    {
        while (await process.StandardOutput.ReadLineAsync() is { } line)
        {
            if (line.TrimStart().StartsWith(label, StringComparison.Ordinal))
                return line.TrimStart()[label.Length..].Trim();
        }

        throw new InvalidOperationException($"The server ended before it told '{label}': {await process.StandardError.ReadToEndAsync()}");
    }
}
