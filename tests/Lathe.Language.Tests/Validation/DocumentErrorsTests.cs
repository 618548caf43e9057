using Lathe.Language.Syntax.Parsing;
using Lathe.Language.Text;
using Lathe.Language.Validation;

namespace Lathe.Language.Tests.Validation;

/// <summary>What is wrong with a document before any schema is looked at.</summary>
public sealed class DocumentErrorsTests
{
    private const string NoName = "GQL0013 This operation has no name to call its method by. Name it: query Machines { ... }";

    [Theory]
    [InlineData("query Q { a }", false)]
    [InlineData("fragment F on Query { a }", false)]
    [InlineData("{ a }", false, "1:1-1 " + NoName)]
    [InlineData("query Q { a }\n\n  mutation { a } subscription ($v: Int) { a }", false, "3:3-1 " + NoName, "3:18-1 " + NoName)]
    [InlineData("", false)]
    [InlineData("# nothing yet", false)]
    [InlineData("", true, "1:1-0 GQL1036")]
    [InlineData("query Q { a ", false, "1:13-0 GQL1001")]
    [InlineData("# lathe-disable-next-line\n{ a }", false, "1:1-25 GQL0012 ", "2:1-1 " + NoName)]
    public void Are(string text, bool strict, params string[] expected)
    {
        var document = DocumentParser.Parse(new SourceText("q.graphql", text), TestContext.Current.CancellationToken);
        var errors = DocumentErrors.Of(document, strict).Select(error =>
        {
            var place = error.Locations[0];
            return $"{place.Position.Line}:{place.Position.Column}-{place.Span.Length} {error.Descriptor.Id} {error.Message}";
        });
        Assert.Collection(errors, [.. expected.Select(Starts)]);
    }

    private static Action<string> Starts(string start) => error => Assert.StartsWith(start, error, StringComparison.Ordinal);
}
