using Lathe.Language.Errors;
using Lathe.Language.Printing;
using Lathe.Language.Schemas;
using Lathe.Language.Syntax.Parsing;
using Lathe.Language.Text;
using Lathe.Language.TypeSystem;
using Lathe.Language.TypeSystem.Validation;

namespace Lathe.Language.Tests.Robustness;

/// <summary>Whatever a file holds, it gives definitions and positioned errors, and never an exception.</summary>
public sealed class MutationTests
{
    private static readonly string[] s_documents =
    [
        "query A($a: [Int!]! = [1, 2] @x, $b: In = {c: \"d\"}) @y { e: f(g: $a, h: {i: [$b, null, ENUM, 1.5]}) { ...J ... on K @l { m } } }",
        "\"\"\"\n  described\n\"\"\"\nfragment J on K @x(y: \"\"\"block\n string\"\"\") { a b(c: "
        + "true) { d } }\n# comment\nsubscription { s }\r\n{ short }",
        "mutation M { a(b: \"\\u{1F600}\\uD83D\\uDE00\\n\") { c } }\rquery N { d }\n\nquery O { e }",
    ];

    private static readonly string[] s_schemas =
    [
        "\"d\" schema @a { query: Q }\n\"\"\"block } { \\\"\"\" \"\"\"\ntype Q implements I & J @b(c: {d: [1, \"}\"]}) { e(f: In = {g: 1}, h: "
            + "[E!] = [A]): [Q!]! @deprecated(reason: \"r\") }\n",
        "interface I { a: Int }\ninterface J implements I { a: Int }\nunion U @x = | Q | R\nscalar S @specifiedBy(url: "
        + "\"u\")\nenum E { A B @deprecated }\n",
        "input In @oneOf { g: Int = 1, h: In = {g: 2} }\ndirective @b(c: In) repeatable on OBJECT | FIELD\nextend type Q { r: "
        + "U }\nextend schema { mutation: R }\ntype R { r: S }\n",
        "{\"data\":{\"__schema\":{\"queryType\":{\"name\":\"Q\"},\"types\":[{\"kind\":\"OBJECT\",\"name\":\"Q\",\"interfaces\":[],"
        + "\"fields\":[{\"name\":\"a\",\"args\":[],\"type\":{\"kind\":\"LIST\",\"ofType\":{\"kind\":\"SCALAR\",\"name\":\"Int\"}}}]}]}}}",
    ];

    [Fact]
    public void SpoiltDocumentsGivePositionedErrors()
    {
        var mutator = new Mutator(seed: 20250901);
        for (var run = 0; run < 100_000; run++)
        {
            var text = mutator.Mutate(s_documents);
            Guard(run, text, () => Check(DocumentParser.Parse(new SourceText("document.graphql", text)).Errors, text));
        }
    }

    [Fact]
    public void SpoiltSchemasGivePositionedErrors()
    {
        var mutator = new Mutator(seed: 31337);
        for (var run = 0; run < 20_000; run++)
        {
            var text = mutator.Mutate(s_schemas);
            Guard(run, text, () => CheckSchema(text));
        }
    }

    private static void CheckSchema(string text)
    {
        var schema = SchemaReader.Read([new SourceText("schema.graphql", text), new SourceText("rest.graphql", s_schemas[1])]);
        foreach (var name in schema.TypeNames)
        {
            Assert.NotNull(schema.FindType(name));
            Assert.NotNull(schema.GetPossibleTypes(name));
        }

        Check(schema.Errors, text);
        Check(SchemaValidator.Validate(schema), text);
        Assert.NotNull(SchemaPrinter.Print(schema));
    }

    private static void Check(IReadOnlyList<LanguageError> errors, string text)
    {
        foreach (var location in errors.SelectMany(error => error.Locations))
        {
            Assert.InRange(location.Span.Start, 0, location.Source.Text.Length);
            Assert.InRange(location.Span.End, location.Span.Start, location.Source.Text.Length);
            Assert.True(location.Position is { Line: > 0, Column: > 0 });
        }

        Assert.All(errors, error => Assert.DoesNotContain('\n', error.Message));
        Assert.True(errors.Count < 100 + (text.Length * 4));
    }

    private static void Guard(int run, string text, Action check)
    {
        try
        {
            check();
        }
        catch (Exception exception)
        {
            Assert.Fail($"Run {run}: {exception}\nText: {System.Text.Json.JsonSerializer.Serialize(text)}");
        }
    }
}
