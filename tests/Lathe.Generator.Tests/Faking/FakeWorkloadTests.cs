using System.Diagnostics;
using System.Globalization;
using System.Reflection;
using System.Text.Json.Nodes;
using Lathe.Generator.Model;
using Lathe.Generator.Tests.Emission;
using Lathe.Testing;

namespace Lathe.Generator.Tests.Faking;

/// <summary>Each operation of the real-world inputs has a fake that the generated reader reads back, value by value.</summary>
public sealed class FakeWorkloadTests(ITestOutputHelper output)
{
    [Theory]
    [InlineData("linear", 663)]
    [InlineData("github", 200)]
    [InlineData("github-vscode-pr", 45)]
    [InlineData("intuition-hasura", 52)]
    [InlineData("shopify-storefront", 35)]
    [InlineData("flyctl", 23)]
    public void AFakeOfEachOperationIsReadBack(string name, int operations) =>
        Assert.Equal(operations, Check(WorkloadClient.Require("workloads/" + name)));

    [Fact]
    public void AFakeOfEachCaseMadeToBeHardIsReadBack()
    {
        var cases = WorkloadClient.RequireHardCases();
        Assert.True(cases.Count >= 87);
        Assert.Equal(105, cases.Sum(folder => Check(WorkloadClient.Of(folder))));
    }

    private int Check(WorkloadClient workload)
    {
        var parsed = FakeSchema.Parse(workload.Schema);
        var checks = workload.Client.Operations.Select(operation => CheckOf(workload.Assembly, operation, parsed)).ToList();
        var largest = checks.MaxBy(static one => one.Values)!;
        var (time, allocated) = largest.Warm();
        output.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{workload.Name}: {checks.Count} operations, {checks.Sum(static one => one.Values)} values; "
                + $"{largest.Name}: {largest.Values} values, {largest.Bytes} bytes, {time.TotalMicroseconds:0} us warm, "
                + $"{allocated} bytes allocated"));
        return checks.Count;
    }

    private static Outcome CheckOf(Assembly assembly, OperationModel operation, FakeSchema schema)
    {
        var value = assembly.GetType($"Test.Api.{operation.ClassName}")!.GetProperty("Operation",
            BindingFlags.Public | BindingFlags.Static)?.GetValue(null)
            ?? assembly.GetType($"Test.Api.{operation.ClassName}")!.GetField("Operation", BindingFlags.Public | BindingFlags.Static)!.GetValue(null)!;
        var check = typeof(FakeWorkloadTests).GetMethod(nameof(CheckOperation), BindingFlags.NonPublic | BindingFlags.Static)!;
        return (Outcome)check.MakeGenericMethod(value.GetType().GetGenericArguments()).Invoke(null, [value, schema])!;
    }

    private static Outcome CheckOperation<TData>(GraphQLOperation<TData> operation, FakeSchema schema)
        where TData : class
    {
        var values = 0;
        for (var seed = 0; seed < 2; seed++)
        {
            var fake = Fakes.For(operation, seed, schema);
            var data = fake.Data();
            values = FakeComparer.Equal(JsonNode.Parse(fake.Json())!["data"], data, operation.Name);
            Assert.True(data.Equals(Fakes.For(operation, seed, schema).Data()), $"{operation.Name} has two answers of one seed");
        }

        var nulls = Fakes.For(operation, 3, schema).Nulls(0.5).UnknownEnumValues(0.5).UnknownTypes(0.5);
        FakeComparer.Equal(JsonNode.Parse(nulls.Json())!["data"], nulls.Data(), operation.Name + " with nulls");
        foreach (var fixture in new[] { Fakes.For(operation, 0, schema), Fakes.For(operation, 4, schema).Nulls(0.5) })
            CheckFixture(operation, fixture.Json(), schema);
        var bytes = Fakes.For(operation, 0, schema).Json().Length;
        return new Outcome(operation.Name, values, bytes, () => Measure(operation, schema));
    }

    // An answer that fits is no fault of a fixture.
    private static void CheckFixture<TData>(GraphQLOperation<TData> operation, string json, FakeSchema schema)
        where TData : class
    {
        var path = Path.GetTempFileName();
        try
        {
            File.WriteAllText(path, operation.Type == GraphQLOperationType.Subscription ? $"[{json}]" : json);
            new ScriptedGraphQLTransport().On(operation).ReturnsFixture(path, schema);
        }
        finally
        {
            File.Delete(path);
        }
    }

    // Shown, not asserted: a machine may be busy.
    private static (TimeSpan Time, long Bytes) Measure<TData>(GraphQLOperation<TData> operation, FakeSchema schema)
        where TData : class
    {
        const int Runs = 100;
        var times = new TimeSpan[2 * Runs];
        var before = 0L;
        for (var i = 0; i < times.Length; i++)
        {
            before = GC.GetAllocatedBytesForCurrentThread();
            var start = Stopwatch.GetTimestamp();
            _ = Fakes.For(operation, 7, schema).Data();
            times[i] = Stopwatch.GetElapsedTime(start);
        }

        var bytes = GC.GetAllocatedBytesForCurrentThread() - before;
        return (times[Runs..].Order().ElementAt(Runs / 2), bytes);
    }

    private sealed record Outcome(string Name, int Values, int Bytes, Func<(TimeSpan Time, long Bytes)> Warm);
}
