using System.Globalization;
using System.Text;
using Lathe.TestSupport;
using Microsoft.CodeAnalysis.CSharp;

namespace Lathe.Generator.Tests.Emission;

/// <summary>Every operation of the real-world inputs gives code that compiles without a warning, and not too much of it.</summary>
public class WorkloadTests(ITestOutputHelper output)
{
    private const int KiloByte = 1_000;
    private const int MegaByte = 1_000_000;

    [Theory]
    [InlineData("linear", 5_200 * KiloByte, 6_100 * KiloByte)]
    [InlineData("github", 2_700 * KiloByte, 4_250 * KiloByte)]
    [InlineData("github-vscode-pr", 440 * KiloByte, 560 * KiloByte)]
    [InlineData("intuition-hasura", 1_360 * KiloByte, 1_690 * KiloByte)]
    [InlineData("shopify-storefront", 575 * KiloByte, 575 * KiloByte)]
    [InlineData("flyctl", 140 * KiloByte, 190 * KiloByte)]
    public void WorkloadCompiles(string name, int mostBytes, int mostBytesOfAssembly) =>
        Check(SharedFolder.Require("workloads/" + name), mostBytes, mostBytesOfAssembly);

    [Fact]
    public void EachCaseMadeToBeHardCompiles()
    {
        var cases = Directory.GetDirectories(SharedFolder.Require("workloads/strawberryshake/cases")).Order(StringComparer.Ordinal).ToList();
        Assert.True(cases.Count >= 87);
        Assert.All(cases, folder => Check(folder, MegaByte, MegaByte));
    }

    [Fact]
    public void MachineMetricsCompiles()
    {
        var folder = SharedFolder.Require("machinemetrics");
        var schema = File.ReadAllText(Path.Combine(folder, "machinemetrics.graphql"));
        var client = TestClient.Generate([schema], Texts(Path.Combine(folder, "operations")));
        Assert.Equal(12, client.Operations.Count);
        client.AssertCompiles();
    }

    private void Check(string folder, int mostBytes, int mostBytesOfAssembly)
    {
        var schema = File.ReadAllText(Path.Combine(folder, "schema.graphql"));
        var client = TestClient.Generate([schema], Texts(Path.Combine(folder, "operations")));
        Assert.NotEmpty(client.Operations);
        var compilation = client.AssertCompiles();
        var bytes = client.Files.Sum(static file => Encoding.UTF8.GetByteCount(file.Text));
        using var il = new MemoryStream();
        Assert.True(compilation.Emit(il).Success);
        output.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{Path.GetFileName(folder)}: {client.Operations.Count} operations, {client.Files.Count} files, {bytes} bytes of C#, "
                + $"{client.Files.Sum(static file => file.Text.Count(static c => c == '\n'))} lines, {il.Length} bytes of IL"));
        Assert.InRange(bytes, 1, mostBytes);
        Assert.InRange(il.Length, 1, mostBytesOfAssembly);
    }

    private static IEnumerable<string> Texts(string folder) =>
        Directory.GetFiles(folder, "*.graphql").Order(StringComparer.Ordinal).Select(File.ReadAllText);
}
