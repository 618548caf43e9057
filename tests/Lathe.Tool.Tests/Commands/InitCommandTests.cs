using MachineMetrics.Server.Hosting;

namespace Lathe.Tool.Tests.Commands;

public sealed class InitCommandTests
{
    [Fact]
    public async Task InitMakesAProjectThatValidates()
    {
        await using var server = await ShopServer.StartAsync(null, TestContext.Current.CancellationToken);
        using var run = new ToolRun(("Plant.Board.csproj", "<Project/>"));
        run.Input = server.Key.Secret + "\n";
        string[] init = ["init", "--endpoint", server.Endpoint.AbsoluteUri, "--token-stdin"];
        Assert.Equal(0, await run.RunAsync(init));
        Assert.Equal(("dotnet", "add Plant.Board.csproj package Lathe"), Assert.Single(run.Programs));
        Assert.Contains("\"client\": \"PlantBoardClient\"", run.Read(".graphqlrc.json"), StringComparison.Ordinal);
        Assert.DoesNotContain(server.Key.Secret, run.Read(".graphqlrc.json"), StringComparison.Ordinal);
        Assert.EndsWith(
            "\n.graphqlrc.json is written. Build the project, and add its client with services.AddPlantBoardClient(); queries go to Queries/.\n",
            run.Output,
            StringComparison.Ordinal);
        Assert.Equal(0, await run.RunAsync("validate"));
        run.Environment["KEY"] = server.Key.Secret;
        Assert.Equal(0, await run.RunAsync("schema", "check", "--token-env", "KEY"));
        Assert.Contains("is there already. Use --force", await run.FailAsync(init), StringComparison.Ordinal);
        Assert.Equal(0, await run.RunAsync([.. init, "--force"]));
    }

    [Fact]
    public async Task APersonIsAskedForTheServerAndTheNameOfTheKey()
    {
        await using var server = await ShopServer.StartAsync(null, TestContext.Current.CancellationToken);
        using var run = new ToolRun(("App.csproj", "<Project/>"));
        run.CanAsk = true;
        run.Environment["KEY"] = server.Key.Secret;
        run.Input = $"{server.Endpoint.AbsoluteUri}\nKEY\n";
        Assert.True(await run.RunAsync("init") == 0, run.Error);
        Assert.StartsWith(
            "The GraphQL server's address (https://...): The environment variable that holds its key, empty for none: ",
            run.Output,
            StringComparison.Ordinal);
        Assert.Contains(server.Endpoint.AbsoluteUri, run.Read(".graphqlrc.json"), StringComparison.Ordinal);
        Assert.DoesNotContain(server.Key.Secret, run.Output + run.Read(".graphqlrc.json"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task NobodyIsAskedWhereNobodyIs()
    {
        using var run = new ToolRun(("App.csproj", "<Project/>"));
        Assert.Contains("Give --endpoint URL, or --no-download", await run.FailAsync("init"), StringComparison.Ordinal);
        Assert.Equal(0, await run.RunAsync("init", "--no-download", "--no-package"));
        Assert.Equal(
            ".graphqlrc.json is written. Get the schema with 'lathe schema download', then build the project, and add its client with "
            + "services.AddAppClient(); queries go to Queries/.\n",
            run.Output);
        Assert.Empty(run.Programs);
    }

    [Fact]
    public async Task SeveralProjectsInAFolderAreNotGuessedAt()
    {
        using var run = new ToolRun(("A.csproj", "<Project/>"), ("B.csproj", "<Project/>"));
        Assert.Contains("There are several C# projects in", await run.FailAsync("init", "--endpoint", "https://x.example"), StringComparison.Ordinal);
        Assert.False(run.Has(".graphqlrc.json"));
    }

    [Fact]
    public async Task AServerThatFailsLeavesTheFolderAsItWas()
    {
        using var run = new ToolRun(("A.csproj", "<Project/>"));
        await run.FailAsync("init", "--endpoint", "http://127.0.0.1:1/graphql");
        Assert.Equal(["A.csproj"], Directory.GetFileSystemEntries(run.Folder).Select(Path.GetFileName));
    }
}
