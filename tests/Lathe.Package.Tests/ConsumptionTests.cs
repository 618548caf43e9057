using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace Lathe.Package.Tests;

/// <summary>Projects of every kind build from the package, in parallel in one solution.</summary>
public sealed class ConsumptionTests(PackageFixture package)
{
    private const string Exe = "<OutputType>Exe</OutputType>";

    private const string TwoClients = """
        { "projects": {
            "shop": { "schema": "shop.graphql", "documents": "Shop/*.graphql" },
            "crm": { "schema": "crm.graphql", "documents": "Crm/*.graphql", "extensions": { "lathe": { "client": "CrmClient", "namespace": "Crm", "accessibility": "internal" } } } } }
        """;

    [Fact]
    public async Task EveryKindOfProjectBuildsAndRuns()
    {
        var root = Path.Combine(package.Root, "solution");
        Consumer[] projects =
        [
            Console(root, "Net8", "<TargetFramework>net8.0</TargetFramework><Nullable>enable</Nullable>"),
            Console(root, "Net10", "<TargetFramework>net10.0</TargetFramework><Nullable>enable</Nullable><ImplicitUsings>enable</ImplicitUsings>")
                .Write("node_modules/api/schema.graphql", "type Query { ofAPackage: Int }"),
            Console(root, "NoNullable", "<TargetFramework>net10.0</TargetFramework><Nullable>disable</Nullable>"),
            Console(
                root,
                "Multi",
                "<TargetFrameworks>net8.0;net10.0</TargetFrameworks><TreatWarningsAsErrors>true</TreatWarningsAsErrors><Nullable>enable</Nullable>"),
            Web(root),
            Library(root),
            Two(root),
            Central(root),
        ];
        var solution = string.Concat(projects.Select(project => $"<Project Path=\"{Path.GetRelativePath(root, project.Project)}\" />"));
        File.WriteAllText(Path.Combine(root, "All.slnx"), $"<Solution>{solution}</Solution>");

        (await Command.DotNet(root, "build", "All.slnx", "-v", "q", "-m:2")).RequireSuccess();

        Assert.Equal("Shop.ShopClient", await RunProgram(root, "Net8", "net8.0"));
        Assert.Equal("Shop.ShopClient", await RunProgram(root, "Net10", "net10.0"));
        Assert.Equal("Shop.ShopClient", await RunProgram(root, "Multi", "net10.0"));
        Assert.False(IsPublic(Path.Combine(root, "Library/bin/Debug/net10.0/Library.dll"), "Inside", "ShopClient"));
        Assert.True(IsPublic(Path.Combine(root, "Two/bin/Debug/net10.0/Two.dll"), "Shop.Shop", "ShopClient"));
        Assert.False(IsPublic(Path.Combine(root, "Two/bin/Debug/net10.0/Two.dll"), "Crm", "CrmClient"));
    }

    [Fact]
    public async Task BlazorWebAssemblyCompiles()
    {
        var project = new Consumer(package.Root, "Blazor").WriteShop().Write("Program.cs", Consumer.Program);
        const string References = """<PackageReference Include="Lathe" Version="$(LatheVersion)" /><PackageReference Include="Microsoft.AspNetCore.Components.WebAssembly" Version="10.0.*" />""";
        project.WriteProject(
            "<TargetFramework>net10.0</TargetFramework><Nullable>enable</Nullable>", "Microsoft.NET.Sdk.BlazorWebAssembly", References);
        var restore = await Command.DotNet(project.Folder, "restore");
        Assert.SkipWhen(restore.ExitCode != 0, "The registry does not serve what Blazor WebAssembly needs.");

        (await Command.DotNet(project.Folder, "msbuild", "-t:Compile", "-v:q")).RequireSuccess();
    }

    private static Consumer Console(string root, string name, string properties) =>
        new Consumer(root, name).WriteProject(Exe + properties).WriteShop().Write("Program.cs", Consumer.Program);

    private static Consumer Web(string root) =>
        new Consumer(root, "Web")
            .WriteProject(
                "<TargetFramework>net10.0</TargetFramework><ImplicitUsings>enable</ImplicitUsings><Nullable>enable</Nullable>",
                "Microsoft.NET.Sdk.Web")
        .WriteShop()
        .Write("Program.cs", """
            using Shop;
            var builder = WebApplication.CreateBuilder(args);
            builder.Services.AddShopClient(options => options.Endpoint = new Uri("https://example.com/graphql")).AddBearerToken("Shop:Key");
            var app = builder.Build();
            app.MapGet("/", async (IShopClient client, CancellationToken token) => (await client.MachinesAsync(cancellationToken: token)).RequireData().Machines.Count);
            app.Run();
            """);

    private static Consumer Library(string root) =>
        new Consumer(root, "Library").WriteProject("<TargetFramework>net10.0</TargetFramework><Nullable>enable</Nullable>")
        .WriteShop()
        .Write(".graphqlrc.json", """{ "schema": "shop.graphql", "extensions": { "lathe": { "namespace": "Inside", "accessibility": "internal" } } }""")
        .Write("Use.cs", "internal static class Use { public static Inside.IShopClient? Client; }");

    private static Consumer Two(string root) =>
        new Consumer(root, "Two").WriteProject("<TargetFramework>net10.0</TargetFramework><Nullable>enable</Nullable>")
        .Write(".graphqlrc.json", TwoClients)
        .Write("shop.graphql", Consumer.Schema).Write("Shop/Machines.graphql", Consumer.Query)
        .Write("crm.graphql", "type Query { customers: [Customer] } type Customer { id: ID }")
        .Write("Crm/Machines.graphql", "query Machines { customers { id } }")
        .Write("Use.cs", "internal static class Use { public static Shop.Shop.IShopClient? Shop; public static Crm.ICrmClient? Crm; }");

    private static Consumer Central(string root) => new Consumer(root, "Central")
        .Write("Directory.Packages.props", """<Project><PropertyGroup><ManagePackageVersionsCentrally>true</ManagePackageVersionsCentrally></PropertyGroup><ItemGroup><PackageVersion Include="Lathe" Version="$(LatheVersion)" /></ItemGroup></Project>""")
        .WriteProject(Exe + "<TargetFramework>net10.0</TargetFramework>", reference: """<PackageReference Include="Lathe" />""")
        .WriteShop().Write("Program.cs", Consumer.Program.Replace("?? \"\"", string.Empty, StringComparison.Ordinal));

    /// <summary>Only the newest run time need be on the machine: older programs roll forward to it.</summary>
    private static async Task<string> RunProgram(string root, string name, string framework)
    {
        var run = await Command.Run(root, [("DOTNET_ROLL_FORWARD", "Major")], Path.Combine(root, name, "bin/Debug", framework, name + ".dll"));
        return run.RequireSuccess().Output.Trim();
    }

    private static bool IsPublic(string assembly, string @namespace, string name)
    {
        using var file = new PEReader(File.OpenRead(assembly));
        var metadata = file.GetMetadataReader();
        var type = metadata.TypeDefinitions.Select(metadata.GetTypeDefinition)
            .Single(type => metadata.GetString(type.Name) == name && metadata.GetString(type.Namespace) == @namespace);
        return type.Attributes.HasFlag(System.Reflection.TypeAttributes.Public);
    }
}
