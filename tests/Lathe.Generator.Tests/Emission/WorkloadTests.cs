using System.Globalization;
using System.Text;
using System.Text.Json;
using Lathe.Generator.Tests.RoundTrip;
using Lathe.Language.Schemas;
using Lathe.Language.Text;
using Lathe.Language.TypeSystem;
using Lathe.TestSupport;

namespace Lathe.Generator.Tests.Emission;

/// <summary>
/// Every operation of the real-world inputs gives code that compiles without a warning, and not too much of it; its results travel as JSON.
/// </summary>
public class WorkloadTests(ITestOutputHelper output)
{
    private const int KiloByte = 1_000;
    private const int MegaByte = 1_000_000;

    [Theory]
    [InlineData("linear", 5_450 * KiloByte, 6_070 * KiloByte)]
    [InlineData("github", 2_885 * KiloByte, 4_110 * KiloByte)]
    [InlineData("github-vscode-pr", 435 * KiloByte, 550 * KiloByte)]
    [InlineData("intuition-hasura", 1_345 * KiloByte, 1_650 * KiloByte)]
    [InlineData("shopify-storefront", 575 * KiloByte, 567 * KiloByte)]
    [InlineData("flyctl", 136 * KiloByte, 183 * KiloByte)]
    public void WorkloadCompiles(string name, int mostBytes, int mostBytesOfAssembly) =>
        Check(WorkloadClient.Require("workloads/" + name), mostBytes, mostBytesOfAssembly, hasPagerList: true);

    [Fact]
    public void EachCaseMadeToBeHardCompiles()
    {
        var cases = WorkloadClient.RequireHardCases();
        Assert.True(cases.Count >= 87);
        Assert.All(cases, folder => Check(WorkloadClient.Of(folder), MegaByte, MegaByte, hasPagerList: false));
    }

    [Fact]
    public void MachineMetricsCompiles()
    {
        var folder = SharedFolder.Require("machinemetrics");
        var schema = File.ReadAllText(Path.Combine(folder, "machinemetrics.graphql"));
        var client = TestClient.Generate([schema], WorkloadClient.Texts(Path.Combine(folder, "operations")));
        Assert.Equal(12, client.Operations.Count);
        client.AssertCompiles();
    }

    [Theory]
    [InlineData("flyctl")]
    [InlineData("shopify-storefront")]
    [InlineData("github-vscode-pr")]
    public void ResultsTravelByAContextOfTheUsers(string name)
    {
        var folder = SharedFolder.Require("workloads/" + name);
        var schema = File.ReadAllText(Path.Combine(folder, "schema.graphql"));
        ClientTravel.Check(TestClient.Generate([schema], WorkloadClient.Texts(Path.Combine(folder, "operations"))), schema);
    }

    [Fact]
    public void InputsOfAWorkloadComeBack()
    {
        var sdl = File.ReadAllText(SharedFolder.Require("workloads/shopify-storefront/schema.graphql"));
        var config = TestClient.Config with { ReadInputs = true };
        var client = TestClient.Generate([sdl], WorkloadClient.Texts(SharedFolder.Require("workloads/shopify-storefront/operations")), config);
        var assembly = client.Load();
        var schema = SchemaReader.Read([new SourceText("schema.graphql", sdl)], TestContext.Current.CancellationToken);
        var count = 0;
        foreach (var input in schema.TypeNames.Select(schema.FindType).OfType<InputObjectType>())
        {
            if (assembly.GetType($"{config.Namespace}.{input.Name}") is not { } type)
                continue;
            var sent = new RandomVariables(schema, seed: ++count).Object(input.Fields).ToJsonString();
            Travel.CheckInput(JsonSerializer.Deserialize(sent, type)!, sent);
        }

        Assert.InRange(count, 10, 500);
    }

    private void Check(WorkloadClient workload, int mostBytes, int mostBytesOfAssembly, bool hasPagerList)
    {
        var client = workload.Client;
        Assert.NotEmpty(client.Operations);
        if (hasPagerList)
            output.WriteLine(PagerList.Match(client, workload.Name));
        var bytes = client.Files.Sum(static file => Encoding.UTF8.GetByteCount(file.Text));
        output.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{workload.Name}: {client.Operations.Count} operations, {client.Files.Count} files, {bytes} bytes of C#, "
                + $"{client.Files.Sum(static file => file.Text.Count(static c => c == '\n'))} lines, {workload.BytesOfAssembly} bytes of IL"));
        Assert.InRange(bytes, 1, mostBytes);
        Assert.InRange(workload.BytesOfAssembly, 1, mostBytesOfAssembly);
        ClientTravel.Check(client, workload.Readers, workload.Schema, 1, [new JsonSerializerOptions()]);
    }
}
