using System.Globalization;

namespace Lathe.Tool.Tests.Usage;

/// <summary>What no project of a solution uses, found from what each noted; where one did not, nothing is found.</summary>
public sealed class UnusedAcrossProjectsTests
{
    private const int Readers = 12;

    private const string Prelude = "using System.Threading.Tasks; using Lathe; using Shop; ";

    private static readonly string s_fields = string.Join(' ', Enumerable.Range(0, 16).Select(number => $"f{number}"));

    private static readonly string s_schema = $$"""
        type Query { machines: [Machine!]! }
        type Machine { {{s_fields.Replace(" ", ": String ", StringComparison.Ordinal)}}: String unread: String held: Held shown: Shown told: Told }
        type Held { a: String b: String }
        type Shown { a: String b: String }
        type Told { a: String b: String }
        """;

    private static readonly string s_query = $$"""
        query Machines { machines { {{s_fields}} unread held { a b } shown { a b } told { a b } } }
        query Idle { machines { f0 } }
        """;

    [Fact]
    public async Task TwentyProjectsAreJoined()
    {
        using var run = new ToolRun();
        var solution = Client(run);
        solution.Add("Shared", Prelude + """
            public static class Tools
            {
                public static string Show<T>(T value) => value!.ToString()!;
                public static T Pass<T>(T value) => value;
            }
            public interface IReader { string? Read(MachinesQuery.Machine machine); }
            public sealed record Box(MachinesQuery.Held Held);
            """, "Client");
        for (var number = 0; number < Readers; number++)
            solution.Add(Name(number), Reader(string.Create(CultureInfo.InvariantCulture, $"machine.F{number}")), "Client");
        solution.Add("Shows", Reader("Tools.Show(machine.Shown!)"), "Client", "Shared");
        solution.Add(
            "Serializes",
            Prelude + "static class Uses { static string Write(Box box) => System.Text.Json.JsonSerializer.Serialize(box); }",
            "Client",
            "Shared");
        solution.Add(
            "Implements",
            Prelude + "public sealed class Mine : IReader { public string? Read(MachinesQuery.Machine machine) => machine.F12; }",
            "Client",
            "Shared");
        solution.Add("Passes", Reader("Tools.Pass(machine).F13"), "Client", "Shared");
        solution.Add("Matches", Reader("machine is { F14: \"x\" } ? \"\" : nameof(MachinesQuery.Machine.F15)"), "Client");
        solution.Add("Sends", Prelude + """
            static class Uses
            {
                static async Task<int> Send(IShopClient client) => (await client.MachinesAsync()).RequireData().Machines.Count;
                static object? Held(MachinesQuery.Machine machine) => machine.Held?.ToString() + machine.Told?.A;
            }
            """, "Client");
        solution.Add("Apart", "class Nothing;");
        await solution.BuildAsync();

        await FindsAsync(run, "Shop.slnx");
        var lines = run.Output.TrimEnd('\n').Split('\n');
        string[] expected = ["GQL2050: Field \"Machine.unread\"", "GQL2050: Field \"Told.b\"", "GQL2051: No C# calls IShopClient.IdleAsync"];
        Assert.Equal(expected.Length, lines.Length - 1);
        Assert.All(expected.Zip(lines), one => Assert.Contains(one.First, one.Second, StringComparison.Ordinal));
        Assert.StartsWith("Client/q.graphql(1,", lines[0], StringComparison.Ordinal);
        Assert.Equal("3 unused parts in the documents of 21 projects.", lines[^1]);
    }

    [Fact]
    public async Task WhatIsNotKnownIsTold()
    {
        using var run = await SmallAsync();
        await FindsAsync(run);
        Assert.Contains("Machine.unread", run.Output, StringComparison.Ordinal);

        File.Delete(Path.Combine(run.Folder, "Web/obj/net10.0/lathe.usage.sarif"));
        await RefusesAsync(run, "Web/Web.csproj: it has no notes.");
        run.Write("Web/obj/net10.0/lathe.usage.sarif", """{ "runs": [{ "results": [] }] }""");
        await RefusesAsync(run, "Web/Web.csproj: its log holds no notes: it was built without analyzers, or with another version of Lathe.");
        File.Delete(Path.Combine(run.Folder, "Web/obj/project.assets.json"));
        await RefusesAsync(run, "Web/Web.csproj: it is not built: there is no project.assets.json in its obj folder.");
        Assert.Equal(2, await run.RunAsync("operations", "unused", "Client/Client.csproj", "Gone/Gone.csproj"));
    }

    [Fact]
    public async Task WhatHasChangedIsTold()
    {
        using var run = await SmallAsync();
        var code = run.Read("Web/Code.cs");
        run.Write("Web/Code.cs", code + " ");
        await RefusesAsync(run, $"Web/Web.csproj: its notes are old: '{Full(run, "Web/Code.cs")}' has changed since.");
        run.Write("Web/Code.cs", code);
        await FindsAsync(run);

        run.Write("Web/New.cs", "");
        await RefusesAsync(run, $"Web/Web.csproj: its notes are old: '{Full(run, "Web/New.cs")}' is new.");
        File.Delete(Path.Combine(run.Folder, "Web/New.cs"));
        var query = run.Read("Client/q.graphql");
        run.Write("Client/q.graphql", query.Replace("unread", "", StringComparison.Ordinal));
        await RefusesAsync(run, $"Client/Client.csproj: its notes are old: '{Full(run, "Client/q.graphql")}' has changed since.");
    }

    [Fact]
    public async Task WhatWasCompiledAgainstAnotherClientIsTold()
    {
        using var run = new ToolRun();
        var solution = Client(run);
        solution.Add("Web", Reader("machine.F0"), "Client");
        await solution.BuildAsync();
        run.Write("Client/q.graphql", s_query.Replace("unread", "", StringComparison.Ordinal));
        await solution.BuildAsync("Client");
        await RefusesAsync(
            run,
            $"Web/Web.csproj: its notes are old: '{Full(run, "Client/obj/net10.0/ref/Client.dll")}', which it was compiled against, "
                + "has been built anew since.");
    }

    [Fact]
    public async Task ProjectsOfWhichNobodySeesTheCodeAreTold()
    {
        using var run = await SmallAsync();
        run.Write("Old/Old.fsproj", "<Project />");
        run.Write("Old/obj/project.assets.json", """{ "libraries": { "Lathe/1.0.0": {} }, "project": { "frameworks": { "net10.0": {} } } }""");
        const string Project = "<Project Path=\"Old/Old.fsproj\" /></Solution>";
        run.Write("Shop.slnx", run.Read("Shop.slnx").Replace("</Solution>", Project, StringComparison.Ordinal));
        await RefusesAsync(run, "Old/Old.fsproj: it is no C# project, so what it uses cannot be seen; name projects instead of the solution.");
        await FindsAsync(run, "Client/Client.csproj", "Web/Web.csproj");
    }

    [Fact]
    public async Task ASolutionOfTheOldKindIsReadAndBuiltOnDemand()
    {
        using var run = await SmallAsync();
        File.Delete(Path.Combine(run.Folder, "Shop.slnx"));
        const string Kind = "{FAE04EC0-301F-11D3-BF4B-00C04F79EFBC}";
        run.Write("Shop.sln", string.Concat(new[] { "Client", "Web" }.Select((name, index) =>
            $"Project(\"{Kind}\") = \"{name}\", \"{name}\\{name}.csproj\", \"{{0000000{index}-0000-0000-0000-000000000000}}\"\nEndProject\n"))
            .Insert(0, "Microsoft Visual Studio Solution File, Format Version 12.00\n") + "Global\nEndGlobal\n");
        await FindsAsync(run, "--build", "--format", "json");
        Assert.Equal(("dotnet", $"build {Full(run, "Shop.sln")} -p:LatheUsage=log -v q --nologo"), Assert.Single(run.Programs));
        Assert.Contains(
            run.Json.GetProperty("unused").EnumerateArray(),
            one => one.GetProperty("message").GetString()!.Contains("Machine.unread", StringComparison.Ordinal));
    }

    private static async Task<ToolRun> SmallAsync()
    {
        var run = new ToolRun();
        var solution = Client(run);
        solution.Add("Web", Reader("machine.F0"), "Client");
        await solution.BuildAsync();
        return run;
    }

    private static NotedSolution Client(ToolRun run)
    {
        var solution = new NotedSolution(run);
        run.Write("Client/s.graphql", s_schema);
        run.Write("Client/q.graphql", s_query);
        run.Write(
            "Client/.graphqlrc.json",
            """{ "schema": "s.graphql", "documents": "q.graphql", "extensions": { "lathe": { "client": "ShopClient", "namespace": "Shop" } } }""");
        solution.Add("Client", "namespace Shop; static class Own { static object? Use(MachinesQuery.Data data) => data.Machines[0].F1; }", "Lathe");
        return solution;
    }

    private static async Task FindsAsync(ToolRun run, params string[] arguments)
    {
        var code = await run.RunAsync(["operations", "unused", .. arguments]);
        Assert.True(code == 1, run.Error + run.Output);
    }

    private static async Task RefusesAsync(ToolRun run, string told)
    {
        Assert.Equal(2, await run.RunAsync("operations", "unused", "Shop.slnx"));
        Assert.Empty(run.Output);
        Assert.Contains(told + "\n", run.Error, StringComparison.Ordinal);
        Assert.Contains("nothing is called unused. Build with 'dotnet build -p:LatheUsage=log'", run.Error, StringComparison.Ordinal);
    }

    private static string Full(ToolRun run, string path) => Path.Combine(run.Folder, path);

    private static string Name(int number) => string.Create(CultureInfo.InvariantCulture, $"Reader{number}");

    private static string Reader(string expression) =>
        Prelude + $"static class Uses {{ static string? Read(MachinesQuery.Machine machine) => {expression}; }}";
}
