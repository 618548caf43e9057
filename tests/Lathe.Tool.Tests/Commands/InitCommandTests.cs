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
        Assert.Equal(("dotnet", "add Plant.Board.csproj package Lathe --version 0.1.0"), Assert.Single(run.Programs));
        Assert.Contains("\"client\": \"PlantBoardClient\"", run.Read(".graphqlrc.json"), StringComparison.Ordinal);
        Assert.DoesNotContain(server.Key.Secret, run.Read(".graphqlrc.json"), StringComparison.Ordinal);
        Assert.EndsWith(
            """

            .graphqlrc.json is written. Queries go to Queries/. Next:
              1. Build, which makes the client: dotnet build
              2. Add the client to the services: services.AddPlantBoardClient().AddBearerToken("PlantBoard:ApiKey");
              3. Give the program its key in the environment variable PlantBoard__ApiKey, which must be among its configuration,
                 or while you develop as a user secret: dotnet user-secrets init, dotnet user-secrets set PlantBoard:ApiKey KEY

            """.ReplaceLineEndings("\n"),
            run.Output,
            StringComparison.Ordinal);
        Assert.Contains("\"$schema\": \"./graphqlrc.schema.json\"", run.Read(".graphqlrc.json"), StringComparison.Ordinal);
        Assert.Contains("\"lathe\"", run.Read("graphqlrc.schema.json"), StringComparison.Ordinal);
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
        // The variable that init reads is the one that the program reads.
        Assert.Contains("services.AddAppClient().AddBearerToken(\"KEY\");", run.Output, StringComparison.Ordinal);
        Assert.DoesNotContain(server.Key.Secret, run.Output + run.Read(".graphqlrc.json"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task NobodyIsAskedWhereNobodyIs()
    {
        using var run = new ToolRun(("App.csproj", "<Project/>"));
        Assert.Contains("Give --endpoint URL, or --no-download", await run.FailAsync("init"), StringComparison.Ordinal);
        Assert.Equal(0, await run.RunAsync("init", "--no-download", "--no-package"));
        Assert.Equal(
            """
            .graphqlrc.json is written. Queries go to Queries/. Next:
              1. Get the schema: lathe schema download
              2. Build, which makes the client: dotnet build
              3. Add the client to the services: services.AddAppClient();

            """.ReplaceLineEndings("\n"),
            run.Output);
        Assert.Empty(run.Programs);
    }

    [Fact]
    public async Task SeveralProjectsInAFolderAreNotGuessedAt()
    {
        using var run = new ToolRun(("A.csproj", "<Project/>"), ("B.csproj", "<Project/>"));
        Assert.Contains(
            "There are several C# projects or files in",
            await run.FailAsync("init", "--endpoint", "https://x.example"),
            StringComparison.Ordinal);
        Assert.False(run.Has(".graphqlrc.json"));
    }

    [Fact]
    public async Task AServerThatFailsLeavesTheFolderAsItWas()
    {
        using var run = new ToolRun(("A.csproj", "<Project/>"));
        await run.FailAsync("init", "--endpoint", "http://127.0.0.1:1/graphql");
        Assert.Equal(["A.csproj"], Directory.GetFileSystemEntries(run.Folder).Select(Path.GetFileName));
    }

    [Theory]
    [InlineData("--client takes a C# class name", "--client", "Shop Client")]
    [InlineData("--client takes a C# class name", "--client", "class")]
    [InlineData("'1b' in it is no C# name", "--namespace", "a.1b")]
    [InlineData("Give one of them another name", "--client", "Shop", "--namespace", "Plant.Shop")]
    public async Task NamesThatBreakTheNextBuildAreRefused(string expected, params string[] names)
    {
        using var run = new ToolRun(("App.csproj", "<Project/>"));
        Assert.Contains(expected, await run.FailAsync(["init", "--no-download", .. names]), StringComparison.Ordinal);
        Assert.False(run.Has(".graphqlrc.json"));
    }

    [Theory]
    [InlineData("Console.WriteLine();\n", "{0}Console.WriteLine();\n")]
    [InlineData("#!/usr/bin/env dotnet\nConsole.WriteLine();\n", "#!/usr/bin/env dotnet\n{0}Console.WriteLine();\n")]
    [InlineData("#:package Lathe@0.0.1\n", "#:package Lathe@0.0.1\n")]
    public async Task AFileBasedAppGetsADirective(string before, string after)
    {
        using var run = new ToolRun(("report.cs", before));
        Assert.Equal(0, await run.RunAsync("init", "--no-download"));
        Assert.Empty(run.Programs);
        Assert.Equal(string.Format(null, after, $"#:package Lathe@{Lathe.Tool.Output.ToolVersion.Text}\n"), run.Read("report.cs"));
        Assert.Contains("\"client\": \"ReportClient\"", run.Read(".graphqlrc.json"), StringComparison.Ordinal);
        Assert.Contains("makes the client: dotnet run report.cs\n", run.Output, StringComparison.Ordinal);
    }
}
