namespace Lathe.Package.Tests;

/// <summary>Which files of projects the package takes, and what it leaves to them: in projects that reference each other, built at once.</summary>
public sealed class ProjectItemsTests(PackageFixture package)
{
    private const string Package = """<PackageReference Include="Lathe" Version="$(LatheVersion)" />""";
    private const string Properties = "<TargetFramework>net10.0</TargetFramework><Nullable>enable</Nullable>";
    private const string Generated = "Generated/Lathe.Generator/Lathe.Generator.LatheGenerator/";

    [Fact]
    public async Task ProjectsKeepTheirFilesToThemselves()
    {
        var root = Path.Combine(package.Root, "items");
        var app = App(root);
        Neighbour(root, "Asks", "public static class Use { public static Shop.IShopClient? Both; public static Own.IPlantClient? Own; }")
            .Write(".graphqlrc.json", """{ "schema": "plant.graphql", "documents": "*.gql", "extensions": { "lathe": { "namespace": "Own" } } }""")
            .Write("plant.graphql", Consumer.Schema).Write("Machines.gql", Consumer.Query);
        // A server's schemas and a broken document: errors, if they were taken for a client's.
        var last = Neighbour(root, "Silent", "public static class Use { public static Shop.IShopClient? Client; }", "../Asks/Asks.csproj")
            .Write("one.graphql", Consumer.Schema).Write("two.graphql", Consumer.Schema).Write("broken.gql", "query {");

        (await last.Build()).RequireSuccess();

        Assert.True(File.Exists(Path.Combine(app.Folder, Generated, "Shop.LateQuery.g.cs")));
        Assert.True(File.Exists(Path.Combine(app.Folder, "bin/Debug/net10.0/shop.graphql")));
        Assert.True(File.Exists(Path.Combine(app.Folder, "bin/Debug/net10.0/Queries/Machines.graphql")));
        var content = (await Command.DotNet(app.Folder, "msbuild", "-getItem:Content")).RequireSuccess().Output;
        Assert.Contains("served.gql", content, StringComparison.Ordinal);
        Assert.DoesNotContain(".graphqlrc.json", content, StringComparison.Ordinal);

        // What the first build wrote into the project folder is not compiled.
        (await app.Build("--no-restore", "--no-incremental")).RequireSuccess();
        (await app.Build("--no-restore", "-p:EmitCompilerGeneratedFiles=false")).RequireSuccess();
    }

    private static Consumer App(string root) => new Consumer(root, "App")
        .WriteProject(
            Properties
                + "<OutputType>Library</OutputType><EmitCompilerGeneratedFiles>true</EmitCompilerGeneratedFiles>"
                + "<CompilerGeneratedFilesOutputPath>Generated</CompilerGeneratedFilesOutputPath>",
            "Microsoft.NET.Sdk.Web",
            Package + """<None Update="shop.graphql" CopyToOutputDirectory="PreserveNewest" /><Content Include="Queries/Machines.graphql" CopyToOutputDirectory="Always" />""")
        .WriteShop().Write(".graphqlrc.json", """{ "schema": "shop.graphql", "documents": ["Queries/*", "obj/*.graphql", "../Shared/*.graphql"] }""")
        .Write("wwwroot/served.gql", "query Served { machines { id } }")
        .Write("../Shared/Late.graphql", "query Late { machines { id } }").Write("../Shared/Later.txt", "query Later { machines { id } }")
        .Write("Directory.Build.targets", """
            <Project>
              <ItemGroup><GraphQL Include="../Shared/Late.graphql" /></ItemGroup>
              <Target Name="Fetch" BeforeTargets="BeforeBuild">
                <Copy SourceFiles="../Shared/Later.txt" DestinationFiles="obj/Later.graphql" />
                <ItemGroup><GraphQL Include="obj/Later.graphql" /></ItemGroup>
              </Target>
            </Project>
            """)
        .Write("Use.cs", "public static class Use { public static Shop.LateQuery.Data? Late; public static Shop.LaterQuery.Data? Later; }");

    private static Consumer Neighbour(string root, string name, string use, string reference = "../App/App.csproj") => new Consumer(root, name)
        .WriteProject(Properties, reference: $"""<ProjectReference Include="{reference}" />""").Write("Use.cs", use);
}
