namespace Lathe.Package.Tests;

/// <summary>Code fixes of the package in <c>dotnet format</c>, which loads them as editors do and applies them to a whole project.</summary>
public sealed class FormatTests(PackageFixture package)
{
    private const string Program = """
        using System;
        using System.Threading.Tasks;
        using Shop;

        public static class Program
        {
            public static void Main() => Console.WriteLine(typeof(ShopClient).FullName);

            // Whoever asks for the data forgets the errors.
            public static async Task<string> Name(IShopClient client)
            {
                var result = await client.MachinesAsync(limit: 1);
                return result.Data!.Machines[0].Name ?? "";
            }
        }

        """;

    [Fact]
    public async Task DataIsRequiredWhereItWasTakenForGranted()
    {
        var consumer = new Consumer(package.Root, "Formatted").WriteShop().Write("Program.cs", Program)
            .WriteProject("<TargetFramework>net10.0</TargetFramework><OutputType>Exe</OutputType><Nullable>enable</Nullable>");
        (await Command.DotNet(consumer.Folder, "restore", "-v", "q")).RequireSuccess();
        string[] format = ["format", "analyzers", "--no-restore", "--diagnostics", "GQL3003", "--severity", "info"];

        (await Command.DotNet(consumer.Folder, format)).RequireSuccess();

        var mended = await File.ReadAllTextAsync(Path.Combine(consumer.Folder, "Program.cs"), TestContext.Current.CancellationToken);
        Assert.Equal(Program.Replace("result.Data!.", "result.RequireData().", StringComparison.Ordinal), mended);
        (await consumer.Build()).RequireSuccess();
        (await Command.DotNet(consumer.Folder, [.. format, "--verify-no-changes"])).RequireSuccess();
    }
}
