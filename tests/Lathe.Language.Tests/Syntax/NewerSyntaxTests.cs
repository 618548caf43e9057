using Lathe.Language.Errors;
using Lathe.Language.Printing;
using Lathe.Language.Schemas;
using Lathe.Language.Syntax.Parsing;
using Lathe.Language.Text;
using Lathe.Language.TypeSystem;
using Lathe.Language.TypeSystem.Validation;

namespace Lathe.Language.Tests.Syntax;

/// <summary>What a newer edition may add to directives never stops a client, and is kept.</summary>
public sealed class NewerSyntaxTests
{
    [Theory]
    [InlineData("directive @a on FIELD | OPERATION_ROOT", "3:25")]
    [InlineData("directive @a exclusive on FIELD", "3:14")]
    [InlineData("directive @a(x: Int) repeatable @tag on FIELD", "3:33")]
    [InlineData("directive @a on FIELD(max: 2)", "3:22")]
    public void IsKeptAndPrintedAsItCameWithOnePieceOfAdvice(string directive, string place)
    {
        var text = $"type Query {{ a: Int }}\n\n{directive}\ndirective @b on OTHER\ntype T {{ a: Int }}\n";
        var schema = Read(text);

        Assert.StartsWith(directive + "\n", SchemaPrinter.Print(schema), StringComparison.Ordinal);
        Assert.Equal(SchemaPrinter.Print(schema), SchemaPrinter.Print(Read(SchemaPrinter.Print(schema))));
        Assert.NotNull(schema.FindType("T"));
        var advice = Assert.Single(SchemaValidator.Validate(schema, SchemaValidationMode.Client));
        Assert.Equal(("GQL2014", ErrorSeverity.Information), (advice.Descriptor.Id, advice.Descriptor.Severity));
        var faults = SchemaValidator.Validate(Read(text));
        Assert.Equal(["GQL1035", "GQL1035"], faults.Select(error => error.Descriptor.Id));
        Assert.Equal(place, $"{faults[0].Locations[0].Position.Line}:{faults[0].Locations[0].Position.Column}");
    }

    [Fact]
    public void AnUnknownLocationOfAnIntrospectionResultIsKept()
    {
        var schema = Read("""
            {"__schema":{"queryType":{"name":"Query"},"types":[{"kind":"OBJECT","name":"Query","interfaces":[],"fields":[{"name":"a","args":[],"type":{"kind":"SCALAR","name":"Int"}}]}],
            "directives":[{"name":"m","args":[],"locations":["SOMEWHERE"]},{"name":"n","args":[],"locations":["ELSEWHERE","FIELD"],"isDeprecated":true,"deprecationReason":"Old."}]}}
            """);

        Assert.Equal(
            "directive @m on SOMEWHERE\n\ndirective @n @deprecated(reason: \"Old.\") on ELSEWHERE | FIELD\n\ntype Query {\n  a: Int\n}\n",
            SchemaPrinter.Print(schema));
        Assert.Equal("GQL2014", Assert.Single(SchemaValidator.Validate(schema, SchemaValidationMode.Client)).Descriptor.Id);
    }

    [Theory]
    [InlineData("directive @a(x: Int on FIELD\ntype T { a: Int }")]
    [InlineData("directive @a(x: Int) on")]
    [InlineData("directive @a on\ntype T { a: Int }")]
    [InlineData("type T { a: }")]
    public void WhatIsBrokenStaysAnError(string text) => Assert.Contains(
        SchemaValidator.Validate(Read("type Query { a: Int }\n" + text), SchemaValidationMode.Client), error => error.Descriptor.Id is "GQL1001");

    [Theory]
    [InlineData("extends type Query { a: Int }", "1:1 Unexpected Name \"extends\". Did you mean \"extend\"?")]
    [InlineData("qurey A { a }", "1:1 Unexpected Name \"qurey\". Did you mean \"query\"?")]
    [InlineData("class A { a: Int }", "1:1 Unexpected Name \"class\". Did you mean \"type\"?")]
    [InlineData("machine A { a }", "1:1 Unexpected Name \"machine\".")]
    [InlineData("query A {\n  a {\n    b\n", "4:1 2:5 Expected Name, found <EOF>. The \"{\" at line 2 is not closed.")]
    [InlineData("type A {\n  a: Int\ntype B { b: Int }", "3:6 1:8 Expected \":\", found Name \"B\". The \"{\" at line 1 is not closed.")]
    [InlineData("query A { a(b: {c: 1 }", "1:23 1:9 Expected Name, found <EOF>.")]
    public void AMistypedKeywordOrAMissingBraceIsTold(string text, string expected)
    {
        var error = DocumentParser.Parse(new SourceText("d.graphql", text), TestContext.Current.CancellationToken).Errors[0];
        Assert.Equal(
            expected, string.Join(' ', error.Locations.Select(place => $"{place.Position.Line}:{place.Position.Column}").Append(error.Message)));
    }

    [Theory]
    [InlineData("", true)]
    [InlineData("# query A { a }\n", true)]
    [InlineData("\uFEFF , ", true)]
    [InlineData("\"text\"", false)]
    [InlineData("}", false)]
    public void OnlyATextWithoutATokenIsEmpty(string text, bool isEmpty)
    {
        var document = DocumentParser.Parse(new SourceText("d.graphql", text), TestContext.Current.CancellationToken);
        Assert.Equal((isEmpty, isEmpty ? "GQL1036" : "GQL1001"), (document.IsEmpty, document.Errors[0].Descriptor.Id));
        Assert.Equal(isEmpty, Lathe.Language.Validation.DocumentErrors.Of(document).Count == 0);
        Assert.Single(Lathe.Language.Validation.DocumentErrors.Of(document, strict: true));
    }

    [Fact]
    public void AnHtmlPageIsToldAsThat()
    {
        var error = Assert.Single(Read("\n<!DOCTYPE html><html><body>Sign in</body></html>").Errors);
        Assert.Equal(
            "s.graphql(2,1): error GQL1037: The file holds an HTML page, not a schema: a server or a proxy answered with it. Check the address and "
                + "the key, and download the schema again.",
            error.ToString());
    }

    [Theory]
    [InlineData("{\"data\":{\"machines\":[]}}", "The file is JSON, but no introspection result: there is no \"__schema\". ")]
    [InlineData("{\"name\":\"shop\",\"version\":1}", "The file is JSON, but no introspection result: there is no \"__schema\". ")]
    [InlineData(
        "{\"errors\":[{\"message\":\"No key.\"}]}", "The file holds an answer with errors in place of an introspection result: No key. ")]
    public void JsonOfAnotherKindIsToldAsThat(string text, string expected)
    {
        var error = Assert.Single(Read(text).Errors);
        Assert.Equal("GQL1140", error.Descriptor.Id);
        Assert.StartsWith(expected, error.Message, StringComparison.Ordinal);
    }

    private static Schema Read(string text) => SchemaReader.Read([new SourceText("s.graphql", text)], TestContext.Current.CancellationToken);
}
