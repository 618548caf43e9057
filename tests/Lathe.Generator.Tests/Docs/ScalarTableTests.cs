using System.Text.RegularExpressions;
using Lathe.Generator.Binding;
using Lathe.Generator.Model;
using Lathe.Language.Configuration;
using Lathe.TestSupport;

namespace Lathe.Generator.Tests.Docs;

/// <summary>The table of scalars in <c>docs/generated-code.md</c> is the table of the code, no name more and none less.</summary>
public sealed partial class ScalarTableTests
{
    [Fact]
    public void TheTableIsWhole()
    {
        var page = Rows().ToLookup(static row => row.AsWritten, static row => (row.Name, row.Type));

        Assert.Equal(DefaultScalars.ExactNames.Select(static one => (one.Key, Type(one.Value))).Order(), page[true].Order());
        Assert.Equal(
            DefaultScalars.CommonNames.Select(static one => (one.Key, Type(one.Value))).Order(),
            page[false].Select(static one => (Plain(one.Name), one.Type)).Order());
        Assert.True(page[false].Count() > 100);
    }

    [Fact]
    public void NamesAreFoundAsThePageSays()
    {
        Assert.All(Rows(), static row => Assert.Equal(row.Type, Type(DefaultScalars.Find(row.Name)!.Value)));
        Assert.Equal(ScalarKind.Guid, DefaultScalars.Find("U_uid"));
        Assert.Null(DefaultScalars.Find("string"));
        Assert.Null(DefaultScalars.Find("Money"));
    }

    private static string Plain(string name) => name.Replace("_", "", StringComparison.Ordinal).ToLowerInvariant();

    private static IEnumerable<(string Name, string Type, bool AsWritten)> Rows()
    {
        var text = File.ReadAllText(Path.Combine(SharedFolder.RepositoryRoot, "docs/generated-code.md"));
        var section = text[text.IndexOf("## Scalars", StringComparison.Ordinal)..];
        return from row in Row().Matches(section[..section.IndexOf("| any other |", StringComparison.Ordinal)])
               from name in Name().Matches(row.Groups[1].Value)
               select (name.Groups[1].Value, row.Groups[2].Value, row.Value.Contains("(as written)", StringComparison.Ordinal));
    }

    private static string Type(ScalarKind kind) =>
        ScalarTypes.ClrType(kind) is var type && type.LastIndexOf('.') is var dot && dot >= 0 ? type[(dot + 1)..] : type;

    [GeneratedRegex(@"^\| (`.+?) \| `([^`]+)`", RegexOptions.Multiline)]
    private static partial Regex Row();

    [GeneratedRegex("`([^`]+)`")]
    private static partial Regex Name();
}
