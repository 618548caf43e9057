using Lathe.Language.Changes;
using Lathe.Language.Text;

namespace Lathe.Language.Tests.Changes;

public sealed class NameSetTests
{
    [Theory]
    [InlineData("Az_09", true)]
    [InlineData("a: Az_09", true)]
    [InlineData("Az_09!", true)]
    [InlineData("[Az_09]", true)]
    [InlineData("aAz_09", false)]
    [InlineData("zAz_09", false)]
    [InlineData("AAz_09", false)]
    [InlineData("ZAz_09", false)]
    [InlineData("0Az_09", false)]
    [InlineData("9Az_09", false)]
    [InlineData("_Az_09", false)]
    [InlineData("Az_09a", false)]
    [InlineData("Az_0 9", false)]
    [InlineData("Az", false)]
    [InlineData("", false)]
    [InlineData("@Z", true)]
    [InlineData("`Z{", true)]
    [InlineData("/Z:", true)]
    [InlineData("z", false)]
    public void ANameIsMentionedAsAWholeWord(string text, bool isMentioned) =>
        Assert.Equal(isMentioned, new NameSet(["Az_09", "Z"]).IsMentioned(text, new SourceSpan(0, text.Length)));

    [Theory]
    [InlineData(0, 5, false)]
    [InlineData(0, 8, true)]
    [InlineData(5, 3, true)]
    [InlineData(6, 2, false)]
    [InlineData(5, 2, false)]
    [InlineData(8, 4, false)]
    public void OnlyThePartOfTheTextCounts(int start, int length, bool isMentioned) =>
        Assert.Equal(isMentioned, new NameSet(["Abc"]).IsMentioned("type Abc end", new SourceSpan(start, length)));

    [Fact]
    public void NoNamesAreMentionedNowhere() => Assert.False(new NameSet([]).IsMentioned("type Abc", new SourceSpan(0, 8)));
}
