using Lathe.Language.Schemas;
using Lathe.Language.Text;
using Lathe.Language.TypeSystem;
using Lathe.Language.TypeSystem.Validation;
using Lathe.Language.Validation;

namespace Lathe.Language.Tests.Validation;

/// <summary>The directives by which documents and schemas speak to the client: known without a definition, and held to it.</summary>
public sealed class ClientDirectivesTests
{
    private const string Sdl = """
        type Query { user: User users: [[User]!] node: Node }
        interface Node { id: ID! name: String }
        type User implements Node { id: ID! name: String friends: [User!] }
        type Bot implements Node { id: ID! name: String }
        """;

    [Theory]
    [InlineData("query Q @catchByDefault(to: THROW) { user { name @catch friends @catch(to: NULL, levels: [0, 1]) { id } } users @catch(levels: "
        + "[2]) { id } }")]
    [InlineData("query Q { user { ...F name @catch } } fragment F on User { name @catch(to: RESULT, levels: [0]) }")]
    [InlineData("query Q { node { ... on User { name @catch } ... on Bot { name } } }")]
    [InlineData("query Q @catchByDefault(to: NULL) { user { id ...F } } fragment F on User @catchByDefault(to: RESULT) { name }")]
    [InlineData("query Q @catchByDefault(to: NULL) { user { id ...F } } fragment F on User { id }")]
    public void WhatIsRightIsKnownWithoutADefinition(string document) =>
        Assert.Empty(Check.Errors(Sdl, ValidationOptions.Strict, document).Select(Check.Describe));

    [Theory]
    [InlineData("{ user { name @catch(levels: [1]) } }", "1:22 Levels of @catch on field \"name\" of type \"String\" are [0] alone: "
        + "0 is the field itself, 1 an item of its list, and so on.")]
    [InlineData("{ user { name @catch(levels: []) } }", "1:22 Levels of @catch on field \"name\" of type \"String\" are [0] alone: "
        + "0 is the field itself, 1 an item of its list, and so on.")]
    [InlineData("{ users @catch(levels: [0, 3]) { id } }", "1:16 Levels of @catch on field \"users\" of type \"[[User]!]\" are 0 to 2: "
        + "0 is the field itself, 1 an item of its list, and so on.")]
    [InlineData("{ user { name @catch(to: MAYBE) } }", "1:26 Value \"MAYBE\" does not exist in \"CatchTo\" enum.")]
    [InlineData("{ user { name @catch(at: [0]) } }", "1:22 Unknown argument \"at\" on directive \"@catch\".")]
    [InlineData("{ user { name @catch @catch } }", "1:15 1:22 The directive \"@catch\" can only be used once at this location.")]
    [InlineData("query Q @catch { user { name } }", "1:9 Directive \"@catch\" may not be used on QUERY.")]
    [InlineData("{ user { name @semanticNonNull } }", "1:15 Directive \"@semanticNonNull\" may not be used on FIELD.")]
    [InlineData("query Q @catchByDefault { user { name } }",
        "1:9 Directive \"@catchByDefault\" argument \"to\" of type \"CatchTo!\" is required, but it was not provided.")]
    [InlineData("query Q($to: CatchTo!) { user { name @catch(to: $to) } }",
        "1:14 Unknown type \"CatchTo\".",
        "1:45 Directive \"@catch\" is the client's own and is not sent, so the server would find no use of the variable. Write a value.")]
    public void WhatIsWrongIsAnError(string document, params string[] expected) =>
        Assert.Equal(expected, Check.Errors(Sdl, ValidationOptions.Strict, document).Select(Check.Describe));

    [Theory]
    [InlineData("{ user { name @catch name } }", "1:10 1:22")]
    [InlineData("{ user { name @catch name @catch(to: NULL) } }", "1:10 1:22")]
    [InlineData("{ user { ...F name } } fragment F on User { name @catch(to: THROW) }", "1:15 1:45")]
    [InlineData("{ node { name ... on User { name @catch } } }", "1:10 1:29")]
    [InlineData("query Q @catchByDefault(to: NULL) { user { ...F name } } fragment F on User { name }", "1:49 1:79")]
    public void FieldsThatAreMergedTreatErrorsAlike(string document, string places)
    {
        var error = Assert.Single(Check.Errors(Sdl, ValidationOptions.Strict, document));
        Assert.Equal("OverlappingFieldsCanBeMerged", error.Descriptor.Rule);
        Assert.Contains("treat errors differently, by @catch or @catchByDefault", error.Message, StringComparison.Ordinal);
        Assert.EndsWith(places, string.Join(' ', Check.Describe(error).Split(' ').TakeWhile(static word => word.Contains(':'))),
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("type Query @semanticNonNullField(name: \"usr\") { user: Int }",
        "1:12 Type \"Query\" has no field \"usr\" that could be semantically non-null. Did you mean \"user\"?")]
    [InlineData("type Query { user: [Int] @semanticNonNull(levels: [0, 2]) }",
        "1:26 Levels of @semanticNonNull for field \"user\" of type \"[Int]\" are 0 to 1.")]
    [InlineData("type Query { user: Int } extend type Query @semanticNonNullField(name: \"user\", levels: [-1])",
        "1:44 Levels of @semanticNonNullField for field \"user\" of type \"Int\" are [0] alone.")]
    [InlineData("extend schema @catchByDefault(to: THROW) type Query @semanticNonNullField(name: \"user\") { user: Int list: [Int] "
        + "@semanticNonNull }")]
    public void SchemasAreHeldToThem(string sdl, params string[] expected)
    {
        var schema = SchemaReader.Read([new SourceText("schema.graphql", sdl)], TestContext.Current.CancellationToken);
        var errors = SchemaValidator.Validate(schema, SchemaValidationMode.Strict, TestContext.Current.CancellationToken);
        Assert.Equal(expected, errors.Select(Check.Describe));
    }

    [Fact]
    public void ADirectiveThatTheServerHasUnderTheNameIsTheServers()
    {
        var other = SchemaReader.Read([new SourceText("s.graphql", Sdl + " directive @catch(key: String) on FIELD")], CancellationToken.None);
        Assert.False(other.IsClientDirective("catch"));
        Assert.False(other.IsDirectiveOfClient("catch"));
        Assert.NotNull(other.FindDirectiveOfDocuments("catch")!.Location);

        var declared = SchemaReader.Read(
            [new SourceText("s.graphql", Sdl + " directive @catch(to: CatchTo! = RESULT, levels: [Int!]! = [0]) on FIELD enum CatchTo { RESULT "
                + "NULL THROW }")],
            CancellationToken.None);
        Assert.True(declared.IsClientDirective("catch"));
        Assert.True(declared.IsDirectiveOfClient("catch"));
        Assert.Empty(declared.Errors);
    }

    [Fact]
    public void TheyAreNoPartOfASchema()
    {
        var schema = SchemaReader.Read([new SourceText("s.graphql", Sdl)], CancellationToken.None);
        Assert.NotNull(schema.FindDirectiveOfDocuments("catch"));
        Assert.NotNull(schema.FindType("CatchTo"));
        Assert.Null(schema.FindDirective("catch"));
        Assert.DoesNotContain("catch", schema.DirectiveNames);
        Assert.DoesNotContain("CatchTo", schema.TypeNames);
        Assert.False(schema.HasType("CatchTo"));
    }
}
