using System.Globalization;
using System.Text.RegularExpressions;

namespace Lathe.Samples.Tests.Build;

/// <summary>Builds for real, as a user does, with a field misspelt.</summary>
public sealed partial class MisspeltFieldTests : IDisposable
{
    private readonly TemporaryProject project = new();

    public void Dispose() => project.Dispose();

    [Fact]
    public async Task OneMisspeltFieldIsOneErrorAtItsPlace()
    {
        var query = project.PathOf(Path.Combine("Queries", "MachinesInService.graphql"));
        var expected = Misspell(query, "machineId");
        var (exitCode, errors, output) = await project.BuildAsync(TestContext.Current.CancellationToken);
        Assert.True(exitCode != 0, output);
        var error = Assert.Single(errors);
        Assert.Equal((query, expected.Line, expected.Column, "GQL1004"), (error.File, error.Line, error.Column, error.Id));
        Assert.StartsWith("Cannot query field \"machineI\" on type \"Machine\". Did you mean \"machineId\"", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task OneMisspeltFieldInEachFileIsOneErrorInEach()
    {
        var expected = project.Queries.Select(query => (Query: query, Place: Misspell(query, field: null))).ToList();
        var (exitCode, errors, output) = await project.BuildAsync(TestContext.Current.CancellationToken);
        Assert.True(exitCode != 0, output);
        Assert.Equal(
            expected.Select(one => (one.Query, one.Place.Line, one.Place.Column, "GQL1004")),
            errors.Select(error => (error.File, error.Line, error.Column, error.Id)).OrderBy(error => error.File, StringComparer.Ordinal));
        Assert.All(errors, error => Assert.Contains("Did you mean", error.Message, StringComparison.Ordinal));
    }

    /// <summary>Takes the last letter off a field, the first leaf of the file unless named, and returns where it is.</summary>
    private static (string Line, string Column) Misspell(string file, string? field)
    {
        var lines = File.ReadAllLines(file);
        var at = Array.FindIndex(
            lines, line => Leaf().Match(line) is { Success: true } leaf && (field is null || leaf.Groups["name"].Value == field));
        var name = Leaf().Match(lines[at]).Groups["name"];
        lines[at] = lines[at].Remove(name.Index + name.Length - 1, 1);
        File.WriteAllLines(file, lines);
        return ((at + 1).ToString(CultureInfo.InvariantCulture), (name.Index + 1).ToString(CultureInfo.InvariantCulture));
    }

    [GeneratedRegex("^ +(?<name>[A-Za-z]+)$")]
    private static partial Regex Leaf();
}
