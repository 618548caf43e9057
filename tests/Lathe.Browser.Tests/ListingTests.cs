using System.Text.RegularExpressions;
using Lathe.TestSupport;

namespace Lathe.Browser.Tests;

/// <summary>What <c>docs/blazor.md</c> shows is in the components that are compiled and opened.</summary>
public sealed partial class ListingTests
{
    [Fact]
    public void EachListingIsLinesOfItsFile()
    {
        var listings = Listing().Matches(File.ReadAllText(Path.Combine(SharedFolder.RepositoryRoot, "docs/blazor.md")).ReplaceLineEndings("\n"));
        Assert.Equal(5, listings.Count);
        Assert.All(listings, listing => AssertLines(listing.Groups["file"].Value, listing.Groups["text"].Value));
    }

    private static void AssertLines(string file, string listing)
    {
        var text = File.ReadAllText(Path.Combine(SharedFolder.RepositoryRoot, "tests/Lathe.Browser.Server", file));
        var position = 0;
        foreach (var line in listing.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            var at = text.IndexOf(line, position, StringComparison.Ordinal);
            Assert.True(at >= 0, $"'{line}' is not in {file}, or not there.");
            position = at + line.Length;
        }
    }

    [GeneratedRegex(@"```\w+\n(?:@\*|#) (?<file>Components/\S+)(?: \*@)?\n(?<text>.*?)```", RegexOptions.Singleline)]
    private static partial Regex Listing();
}
