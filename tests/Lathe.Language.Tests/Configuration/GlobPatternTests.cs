using Lathe.Language.Configuration;

namespace Lathe.Language.Tests.Configuration;

public sealed class GlobPatternTests
{
    [Theory]
    [InlineData("a.graphql", "/p/a.graphql", true)]
    [InlineData("./a.graphql", "/p/a.graphql", true)]
    [InlineData("a.graphql", "/p/b/a.graphql", false)]
    [InlineData("*.graphql", "/p/a.graphql", true)]
    [InlineData("*.graphql", "/p/b/a.graphql", false)]
    [InlineData("**/*.graphql", "/p/a.graphql", true)]
    [InlineData("**/*.graphql", "/p/b/c/a.graphql", true)]
    [InlineData("**/*.graphql", "/q/a.graphql", false)]
    [InlineData("Queries/**/*.graphql", "/p/Queries/a.graphql", true)]
    [InlineData("Queries/**", "/p/Queries/x/y.gql", true)]
    [InlineData("Queries/**", "/p/Other/y.gql", false)]
    [InlineData("**/x/**/y.gql", "/p/a/x/b/x/c/y.gql", true)]
    [InlineData("a/*/c.gql", "/p/a/b/c.gql", true)]
    [InlineData("a/*/c.gql", "/p/a/b/b/c.gql", false)]
    [InlineData("*.{graphql,gql}", "/p/a.gql", true)]
    [InlineData("*.{graphql,gql}", "/p/a.json", false)]
    [InlineData("{a,b/{c,d}}/x.gql", "/p/b/d/x.gql", true)]
    [InlineData("{a}/x.gql", "/p/{a}/x.gql", true)]
    [InlineData("?.gql", "/p/a.gql", true)]
    [InlineData("?.gql", "/p/ab.gql", false)]
    [InlineData("[a-c].gql", "/p/b.gql", true)]
    [InlineData("[!a-c].gql", "/p/b.gql", false)]
    [InlineData("[!a-c].gql", "/p/d.gql", true)]
    [InlineData("[.gql", "/p/[.gql", true)]
    [InlineData("*.gql", "/p/.hidden.gql", true)]
    [InlineData("A.gql", "/p/a.gql", false)]
    [InlineData("../schema/x.graphql", "/schema/x.graphql", true)]
    [InlineData("../../../x.graphql", "/x.graphql", true)]
    [InlineData("a/../b.gql", "/p/b.gql", true)]
    [InlineData("/p/a.gql", "/p/a.gql", true)]
    [InlineData("a\\b.gql", "/p/a/b.gql", true)]
    [InlineData("*a*a*a*a*a*b.gql", "/p/aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa.gql", false)]
    [InlineData("@(a|b).gql", "/p/b.gql", true)]
    [InlineData("@(a|b).gql", "/p/c.gql", false)]
    [InlineData("q/@(a).gql", "/p/q/a.gql", true)]
    [InlineData("a?(.test|.@(x|y)).gql", "/p/a.gql", true)]
    [InlineData("a?(.test|.@(x|y)).gql", "/p/a.y.gql", true)]
    [InlineData("a@(b.gql", "/p/a@(b.gql", true)]
    [InlineData("old (1)/a.gql", "/p/old (1)/a.gql", true)]
    public void MatchesAsGraphQLConfigDoes(string pattern, string path, bool expected) =>
        Assert.Equal(expected, GlobPattern.Create(pattern)!.Matches("/p", path));

    [Theory]
    [InlineData(@"C:\src\app", @"c:\src\app\Queries\a.graphql", true)]
    [InlineData(@"C:\src\app", @"D:\src\app\Queries\a.graphql", false)]
    [InlineData(@"C:\src\{app}", @"C:\src\{app}\Queries\a.graphql", true)]
    public void WindowsPaths(string folder, string path, bool expected) =>
        Assert.Equal(expected, GlobPattern.Create("Queries/*.graphql")!.Matches(folder, path));

    [Fact]
    public void TooManyAlternativesAreRefused()
    {
        Assert.Null(GlobPattern.Create(string.Concat(Enumerable.Repeat("{a,b}", 30))));
        Assert.NotNull(GlobPattern.Create(string.Concat(Enumerable.Repeat("{a,b}", 8))));
    }
}
