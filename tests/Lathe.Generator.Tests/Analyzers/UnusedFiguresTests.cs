namespace Lathe.Generator.Tests.Analyzers;

/// <summary>How many of the fields that nobody reads are found, and that no other is told of.</summary>
public sealed class UnusedFiguresTests
{
    private const int Operations = 20;

    [Theory]
    [InlineData("web")]
    [InlineData("worker")]
    [InlineData("blazor")]
    public async Task NearlyAllAreFoundAndNoneIsWrong(string shape)
    {
        var solution = new SeededSolution(shape, Operations);
        var found = await UnusedProject.FindAsync(solution.Code, solution.Files, [UnusedProject.Library(SeededSolution.Framework)]);

        string[] told = [.. found.Where(one => one.StartsWith("GQL2050@", StringComparison.Ordinal)).Select(one => one["GQL2050@".Length..])];
        Assert.Equal(100, solution.Unused.Count);
        Assert.DoesNotContain(found, one => !one.StartsWith("GQL2050@", StringComparison.Ordinal));
        Assert.Empty(told.Except(solution.Unused));
        Assert.True(told.Length >= 95, $"{told.Length} of {solution.Unused.Count}; not: {string.Join(' ', solution.Unused.Except(told))}");
    }
}
