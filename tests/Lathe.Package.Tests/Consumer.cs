namespace Lathe.Package.Tests;

/// <summary>A fresh project that uses the package, with one schema and one query unless its files say otherwise.</summary>
internal sealed class Consumer
{
    public const string Schema = "type Query { machines(limit: Int): [Machine!]! }\ntype Machine { id: ID! name: String serial: String! }\n";
    public const string Query = "query Machines($limit: Int) {\n  machines(limit: $limit) { id name }\n}\n";

    public const string Program = """
        using Shop;
        using System;
        using System.Threading.Tasks;

        public static class Program
        {
            public static void Main() => Console.WriteLine(typeof(ShopClient).FullName);

            public static async Task<string> Name(IShopClient client) => (await client.MachinesAsync(limit: 1)).RequireData().Machines[0].Name ?? "";
        }

        """;

    public Consumer(string root, string name)
    {
        Folder = Path.Combine(root, name);
        Project = Path.Combine(Folder, name + ".csproj");
    }

    public string Folder { get; }

    public string Project { get; }

    public Consumer Write(string path, string text)
    {
        var file = Path.Combine(Folder, path);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(file, text);
        return this;
    }

    public Consumer WriteProject(string properties, string sdk = "Microsoft.NET.Sdk", string reference = """<PackageReference Include="Lathe" Version="$(LatheVersion)" />""") => Write(
        Path.GetFileName(Project),
        $"<Project Sdk=\"{sdk}\"><PropertyGroup><RootNamespace>Shop</RootNamespace>{properties}</PropertyGroup>"
            + $"<ItemGroup>{reference}</ItemGroup></Project>");

    public Consumer WriteShop() => Write("shop.graphql", Schema).Write("Queries/Machines.graphql", Query);

    public Task<CommandOutcome> Build(params string[] arguments) =>
        Command.DotNet(Folder, ["build", "-v", "q", .. arguments]);
}
