using System.Reflection;
using Lathe.Generator.Diagnostics;
using Lathe.Language.Errors;
using Lathe.TestSupport;

namespace Lathe.Generator.Tests.Diagnostics;

/// <summary>Each diagnostic that the build can report links to its page and stands in the list of analyzer releases.</summary>
public sealed class DescriptorTests
{
    private static readonly string s_releases = Path.Combine(SharedFolder.RepositoryRoot, "src", "Lathe.Generator", "AnalyzerReleases.Unshipped.md");

    [Fact]
    public void EachOfConfigurationAndAdviceHasAPage()
    {
        var missing = Descriptors()
            .Where(one => one.Id[3] is '0' or '2')
            .Where(one => !File.Exists(Path.Combine(SharedFolder.RepositoryRoot, "docs", "diagnostics", one.Id + ".md")));

        Assert.Empty(missing.Select(one => one.Id));
    }

    [Fact]
    public void EachIsInTheReleaseList()
    {
        var expected = Descriptors().Select(error => DescriptorTable.Describe(error))
            .Select(
                one => $"{one.Id} | {one.Category} | {one.DefaultSeverity} | {one.Title.ToString(System.Globalization.CultureInfo.InvariantCulture)}")
            .Distinct()
            .Order(StringComparer.Ordinal);
        if (Environment.GetEnvironmentVariable("LATHE_ACCEPT") == "1")
            Accept(expected);

        Assert.Equal(expected, Rows().Where(row => !row.StartsWith("GQL3", StringComparison.Ordinal)).Order(StringComparer.Ordinal));
    }

    /// <summary>An address that nobody owns would lead users to whoever takes it.</summary>
    [Fact]
    public void EachLinksToItsPageWhereTheBuildSaysWhereThatIs()
    {
        var address = typeof(LatheGenerator).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
            .SingleOrDefault(one => one.Key == HelpLinks.Property)?.Value;

        Assert.All(
            Descriptors(),
            error => Assert.Equal(HelpLinks.For(address, error.Id) ?? "", DescriptorTable.Describe(error).HelpLinkUri));
        Assert.Equal("https://docs.example/main/docs/diagnostics/GQL1004.md", HelpLinks.For("https://docs.example/main/", "GQL1004"));
        Assert.Null(HelpLinks.For("", "GQL1004"));
    }

    private static IEnumerable<string> Rows() => File.ReadAllLines(s_releases).Where(line => line.StartsWith("GQL", StringComparison.Ordinal));

    private static void Accept(IEnumerable<string> expected)
    {
        Assert.SkipWhen(Environment.GetEnvironmentVariable("CI") == "true", "The list is not accepted in CI.");
        var head = File.ReadAllLines(s_releases).TakeWhile(line => !line.StartsWith("GQL", StringComparison.Ordinal));
        var others = Rows().Where(row => row.StartsWith("GQL3", StringComparison.Ordinal));
        File.WriteAllText(s_releases, string.Join('\n', [.. head, .. expected.ToArray(), .. others, string.Empty]));
    }

    private static IEnumerable<ErrorDescriptor> Descriptors()
    {
        const BindingFlags statics = BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;
        return new[] { typeof(ErrorDescriptor).Assembly, typeof(LatheGenerator).Assembly }.SelectMany(assembly => assembly.GetTypes())
            .Where(type => !type.ContainsGenericParameters).SelectMany(type => type.GetFields(statics))
            .Where(field => field.FieldType == typeof(ErrorDescriptor))
            .Select(field => (ErrorDescriptor)field.GetValue(null)!)
            .DistinctBy(one => one.Id);
    }
}
