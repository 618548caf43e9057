using System.Globalization;

namespace Lathe.Generator.Tests.Pipeline;

/// <summary>The budgets of <c>docs/performance/build.md</c>: bytes, which do not depend on what else the machine does.</summary>
public sealed class AllocationTests
{
    private const int Operations = 500;

    private readonly GeneratorHarness _project;

    public AllocationTests()
    {
        var types = string.Concat(Enumerable.Range(0, 50).Select(i => $"type T{i} {{ id: ID! name: String! next: T{(i + 1) % 50} }} "));
        var roots = string.Concat(Enumerable.Range(0, 50).Select(i => $"t{i}: T{i} "));
        _project = new GeneratorHarness(tracks: false,
            [("/p/s.graphql", $"type Query {{ {roots}}} {types}"), .. Enumerable.Range(0, Operations).Select(i => Operation(i, "name"))]);
    }

    [Fact]
    public void WarmFullRunStaysWithinItsBudget()
    {
        _project.RunOnly();
        var other = new AllocationTests();

        AssertAtMost(Operations * 76_000L, Allocated(other._project.RunOnly));
    }

    [Fact]
    public void EditOfOneOperationStaysWithinItsBudget()
    {
        _project.RunOnly();
        EditOne("id");
        EditOne("name id");

        AssertAtMost(110_000 + (Operations * 1_000L), Allocated(() => EditOne("id name")));
    }

    [Fact]
    public void EditOfCSharpStaysWithinItsBudget()
    {
        _project.RunOnly();
        EditCSharp(0);

        AssertAtMost(20_000 + (Operations * 540L), Allocated(() => EditCSharp(1)));
    }

    private static (string Path, string Text) Operation(int number, string fields) =>
        ($"/p/q{number.ToString("D4", CultureInfo.InvariantCulture)}.graphql", $"query Q{number} {{ t{number % 50} {{ id next {{ {fields} }} }} }}");

    private static long Allocated(Action work)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        work();
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }

    private static void AssertAtMost(long budget, long bytes) =>
        Assert.True(bytes <= budget, $"{bytes:N0} bytes, more than the budget of {budget:N0}.");

    private void EditOne(string fields)
    {
        var (path, text) = Operation(Operations / 2, fields);
        _project.Set(path, text);
        _project.RunOnly();
    }

    private void EditCSharp(int number)
    {
        _project.EditCSharp($"class Program {{ int x{number}; }}");
        _project.RunOnly();
    }
}
