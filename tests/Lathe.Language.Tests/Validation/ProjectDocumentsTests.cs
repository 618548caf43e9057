using Lathe.Language.Schemas;
using Lathe.Language.Syntax.Parsing;
using Lathe.Language.Text;
using Lathe.Language.TypeSystem;
using Lathe.Language.Validation;

namespace Lathe.Language.Tests.Validation;

/// <summary>The documents of a project are one, and errors say which file they are in.</summary>
public sealed class ProjectDocumentsTests
{
    private const string Sdl = "type Query { name: String me: User } type User { id: ID friends(first: Int): [User] }";

    [Fact]
    public void FragmentsOfOtherFilesAreKnown() =>
        Assert.Empty(Check.Errors(Sdl, ValidationOptions.Project, "query A { me { ...F } }", "fragment F on User { id }"));

    [Fact]
    public void AnErrorHasThePlacesOfBothFiles()
    {
        var error = Assert.Single(
            Check.Errors(Sdl, ValidationOptions.Project, "query A { me { ...F } }", "fragment F on User { friends(first: $n) { id } }"));

        Assert.Equal(["1.graphql", "0.graphql"], error.Locations.Select(location => location.Source.Path));
        Assert.Equal("1.graphql(1,37): error GQL1017: Variable \"$n\" is not defined by operation \"A\".", error.ToString());
    }

    [Fact]
    public void ErrorsComeInTheOrderOfFilesAndTexts()
    {
        var errors = Check.Errors(Sdl, ValidationOptions.Project, "query A { me { b a } }", "query A { x }\nquery B { me }");

        Assert.Equal(
            ["0.graphql(1,7)", "0.graphql(1,16)", "0.graphql(1,18)", "1.graphql(1,11)", "1.graphql(2,11)"],
            errors.Select(error => error.ToString()[..error.ToString().IndexOf(':', StringComparison.Ordinal)]));
    }

    [Fact]
    public void UnusedFragmentsAreLeftToAdviceUnlessStrict()
    {
        const string document = "{ name } fragment F on User { id }";

        Assert.Empty(Check.Errors(Sdl, ValidationOptions.Project, document));
        Assert.Equal("GQL1013", Assert.Single(Check.Errors(Sdl, ValidationOptions.Strict, document)).Descriptor.Id);
    }

    [Theory]
    [InlineData("query A { me {\n  ids\n} }", "ids")]
    [InlineData("query A { me { ...G } }", "G")]
    [InlineData("query A($x: Int) { name }", "$x")]
    [InlineData("query A { name @no(a: 1) }", "@no")]
    [InlineData("query A { name(a: [1,\n 2]) }", "a")]
    [InlineData("query A { me }", "me")]
    [InlineData("query A { me { id { x } } }", "{")]
    public void TheMarkCoversTheTokensAtFaultOnly(string document, string marked)
    {
        var location = Assert.Single(Check.Errors(Sdl, ValidationOptions.Project, document)).Locations[0];

        Assert.Equal(marked, location.Source.Text.Substring(location.Span.Start, location.Span.Length));
    }

    [Fact]
    public void ASyntaxErrorIsOneErrorNotAFloodOverAllFiles()
    {
        string[] texts = [
            "query A($n: Int) { me { ...F } } fragment Unused on User { id }", "fragment F on User { friends(first: ) }",
            "query B { missing }",
        ];
        var documents = texts.Select((text, index) => DocumentParser.Parse(new SourceText($"{index}.graphql", text))).ToList();
        var schema = SchemaReader.Read([new SourceText("schema.graphql", Sdl)], TestContext.Current.CancellationToken);
        var errors = DocumentValidator.Validate(schema, documents, ValidationOptions.Strict, TestContext.Current.CancellationToken);

        Assert.Single(documents[1].Errors);
        Assert.Equal(["2.graphql(1,11): error GQL1004: Cannot query field \"missing\" on type \"Query\"."], errors.Select(error => error.ToString()));
    }

    [Fact]
    public void NoDocumentsHaveNoErrors() => Assert.Empty(Check.Errors(Sdl, ValidationOptions.Strict));
}
