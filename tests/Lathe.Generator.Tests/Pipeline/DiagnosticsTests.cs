namespace Lathe.Generator.Tests.Pipeline;

/// <summary>What is reported, where, and what goes on nevertheless.</summary>
public sealed class DiagnosticsTests
{
    private const string Schema =
        "type Query { machines(limit: Int): [Machine!]! }\ntype Machine { id: ID! name: String old: String @deprecated(reason: \"Use name.\") }\n";

    [Fact]
    public void MisspeltFieldHasItsPlaceAndASuggestion() =>
        Assert.Equal(
            ["/p/q.graphql(2,14): error GQL1004: Cannot query field \"nam\" on type \"Machine\". Did you mean \"name\"?"],
            Run(("/p/s.graphql", Schema), ("/p/q.graphql", "query A {\n  machines { nam }\n}")));

    [Fact]
    public void MisspeltSpreadHasItsPlaceAndASuggestionFromAnyFile() =>
        Assert.Equal(
            ["/p/q.graphql(1,25): error GQL1012: Unknown fragment \"Crd\". Did you mean \"Card\"?"],
            Run(
                ("/p/s.graphql", Schema),
                ("/p/f.graphql", "fragment Card on Machine { id }\nquery B { machines { ...Card } }"),
                ("/p/q.graphql", "query A { machines { ...Crd } }")));

    [Fact]
    public void SuggestedFragmentFollowsItsNewName()
    {
        var project = new GeneratorHarness(
            ("/p/s.graphql", Schema), ("/p/f.graphql", "fragment Card on Machine { id }"), ("/p/q.graphql", "query A { machines { ...Crd } }"));
        project.Run();
        project.Set("/p/f.graphql", "fragment Cord on Machine { id }");

        Assert.Contains(
            project.Run().Diagnostics, line => line.EndsWith("Unknown fragment \"Crd\". Did you mean \"Cord\"?", StringComparison.Ordinal));
    }

    [Fact]
    public void SyntaxErrorInOneFileDoesNotHideThoseOfOthers()
    {
        var diagnostics = Run(("/p/s.graphql", Schema), ("/p/a.graphql", "query A { machines { "), ("/p/b.graphql", "query B { machines { x } }"));

        Assert.Equal(["/p/a.graphql(1,22)", "/p/b.graphql(1,22)"], diagnostics.Select(line => line.Split(':')[0]));
        Assert.Contains("GQL1001", diagnostics[0], StringComparison.Ordinal);
        Assert.Contains("GQL1004", diagnostics[1], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("query A { machines { ...F } }")]
    [InlineData("query A($n: Int) { machines(limit: 1) { ...G } } fragment G on Machine { id ...F }")]
    public void FragmentLostToASyntaxErrorIsNotUnknownInOtherFiles(string document)
    {
        var diagnostics = Run(("/p/s.graphql", Schema), ("/p/f.graphql", "fragment F on Machine { id"), ("/p/q.graphql", document));

        Assert.StartsWith("/p/f.graphql(1,27): error GQL1001", Assert.Single(diagnostics), StringComparison.Ordinal);
    }

    [Fact]
    public void FragmentThatNoFileDefinesIsUnknownBesideASyntaxError()
    {
        var diagnostics = Run(
            ("/p/s.graphql", Schema), ("/p/f.graphql", "fragment F on Machine { id"), ("/p/q.graphql", "query A { machines { ...Other } }"));

        Assert.Equal(["GQL1001", "GQL1012"], diagnostics.Select(line => line.Split(": ")[1].Split(' ')[1]));
    }

    [Fact]
    public void ErrorInAFragmentIsReportedOnce() =>
        Assert.Single(Run(
            ("/p/s.graphql", Schema),
            ("/p/f.graphql", "fragment F on Machine { x }"),
            ("/p/q.graphql", "query A { machines { ...F } } query B { machines { ...F } }")));

    [Theory]
    [InlineData("/p/a.graphql", "/p/b.graphql", "b.graphql")]
    [InlineData("/p/All/q.graphql", "/p/Few/q.graphql", "Few/q.graphql")]
    public void NamesThatStandTwiceInTheProject(string first, string second, string other) =>
        Assert.Equal(
            [
                $"{first}(1,7): error GQL1003: There can be only one operation named \"A\". Another is at {other}(2,7).",
                $"{first}(2,10): error GQL1011: There can be only one fragment named \"F\". Another is at {other}(1,10).",
            ],
            Run(
                ("/p/s.graphql", Schema),
                (first, "query A { machines { ...F } }\nfragment F on Machine { id }"),
                (second, "fragment F on Machine { id }\nquery A { machines { ...F } }")));

    [Fact]
    public void AnonymousOperation() =>
        Assert.Equal(
            ["/p/q.graphql(1,1): error GQL0013: This operation has no name to call its method by. Name it: query Machines { ... }"],
            Run(("/p/s.graphql", Schema), ("/p/q.graphql", "{ machines { id } }")));

    [Fact]
    public void AnonymousOperationHidesNoOtherErrors() =>
        Assert.Equal(
            [
                "/p/q.graphql(1,1): error GQL0013: This operation has no name to call its method by. Name it: query Machines { ... }",
                "/p/q.graphql(1,14): error GQL1004: Cannot query field \"nam\" on type \"Machine\". Did you mean \"name\"?",
            ],
            Run(("/p/s.graphql", Schema), ("/p/q.graphql", "{ machines { nam } }")));

    [Fact]
    public void OperationsInASchemaFileAreToldOf()
    {
        const string mixed = "type Query { a: Int }\nquery A { a }\nfragment F on Query { a }\n{ a }";

        Assert.Equal(
            [
                "/p/s.graphql(2,7): error GQL0016: The operation 'A' stands in a schema file, where it is not compiled. Move it to a .graphql file "
                    + "that begins with an operation or fragment.",
                "/p/s.graphql(3,10): error GQL0016: The fragment 'F' stands in a schema file, where it is not compiled. Move it to a .graphql file "
                    + "that begins with an operation or fragment.",
                "/p/s.graphql(4,1): error GQL0016: This operation stands in a schema file, where it is not compiled. Move it to a .graphql file that "
                    + "begins with an operation or fragment.",
            ],
            Run(("/p/s.graphql", mixed), ("/p/q.graphql", "query B { a }")));
        Assert.Equal(3, Run(("/p/s.graphql", mixed)).Length);
    }

    [Fact]
    public void TypesInADocumentAreToldOf() =>
        Assert.Equal(
            ["/p/q.graphql(2,1): error GQL1002: The \"Late\" definition is not executable.", "/p/q.graphql(3,1): error GQL1002: The \"Machine\" "
                + "definition is not executable."],
            Run(("/p/s.graphql", Schema), ("/p/q.graphql", "query A { machines { id } }\nscalar Late\nextend type Machine { more: Int }\n")));

    [Fact]
    public void FaultsOfTheSchemaThatTheOperationsMeet()
    {
        const string schema = "type Query { a: A b: B }\ntype A { x: Int x: Int }\ntype B { y: Int y: Int }";
        var diagnostics = Run(("/p/s.graphql", schema), ("/p/q.graphql", "query Q { a { x } }"));

        Assert.StartsWith("/p/s.graphql(2,", Assert.Single(diagnostics), StringComparison.Ordinal);
        Assert.Contains("warning GQL10", diagnostics[0], StringComparison.Ordinal);
    }

    [Fact]
    public void DeprecatedFieldAndUnusedFragmentAndUnmappedScalar()
    {
        var diagnostics = Run(
            ("/p/s.graphql", Schema + "extend type Machine { price: Money } scalar Money"),
            ("/p/q.graphql", "query A { machines { old price } }\nfragment F on Machine { id }"));

        Assert.Equal(
            ["/p/q.graphql(1,22): warning GQL2001", "/p/q.graphql(1,26): warning GQL2013", "/p/q.graphql(2,1): warning GQL2005"],
            diagnostics.Select(line => string.Join(':', line.Split(':')[..2])));
    }

    [Fact]
    public void UnmappedScalarsOfAllOperationsAreToldOfOnceWithTheInputFieldsThatHaveThem() => Assert.Equal(
        "/p/a.graphql(2,10): warning GQL2013: 3 scalars have no .NET type, so they are JsonElements: Money (of Range.least), Weight, FileUpload. "
            + "Map them in .graphqlrc.json: \"scalars\": { \"Money\": \"string\", \"Weight\": \"string\", \"FileUpload\": \"Lathe.GraphQLFile\" }",
        Assert.Single(Run(
            ("/p/s.graphql", """
                type Query { cost(where: Filter, again: Filter, weight: Weight, upload: Upload, picture: FileUpload): Money }
                input Filter { _and: [Filter!] id: ID price: Range since: timestamptz }
                input Range { least: Money! most: Money }
                scalar Money
                scalar Weight
                scalar Upload
                scalar FileUpload
                scalar timestamptz
                """),
            ("/p/b.graphql", "query B($picture: FileUpload) { cost(picture: $picture) }"),
            ("/p/a.graphql", "query A(\n $where: [Filter!]\n $weight: Weight!\n $again: Filter $upload: Upload) "
                + "{ cost(where: { _and: $where }, again: $again, weight: $weight, upload: $upload) }"))));

    [Fact]
    public void UnmappedScalarIsNotToldOfWhereACommentSaysSo()
    {
        var schema = ("/p/s.graphql", "type Query { a: Money b: Money }\nscalar Money");
        const string document = "query A {\n  a # lathe-disable-line GQL2013\n  b\n}";

        Assert.Equal(
            "/p/q.graphql(3,3): warning GQL2013: Scalar 'Money' has no .NET type, so it is a JsonElement. Map it in .graphqlrc.json: "
                + "\"scalars\": { \"Money\": \"string\" }",
            Assert.Single(Run(schema, ("/p/q.graphql", document))));
        Assert.Empty(Run(schema, ("/p/q.graphql", document.Replace("  b\n", "  b # lathe-disable-line GQL2013\n", StringComparison.Ordinal))));
        Assert.Empty(Run(schema, ("/p/q.graphql", "query A { a }\nquery B { b }\n# lathe-disable-file GQL2013")));
    }

    [Fact]
    public void ManyUnmappedScalarsAreOneBoundedLine()
    {
        var names = Enumerable.Range(1, 7).Select(number => $"S{number}").ToArray();
        var schema = $"type Query {{ {string.Join(' ', names.Select(name => $"{name.ToLowerInvariant()}: {name}"))} }}\nscalar "
            + string.Join("\nscalar ", names);

        var message = Assert.Single(Run(("/p/s.graphql", schema), ("/p/q.graphql", $"query Q {{ {string.Join(' ', names).ToLowerInvariant()} }}")));

        Assert.Contains("7 scalars", message, StringComparison.Ordinal);
        Assert.Contains(": S1, S2, S3, S4, S5 and 2 more ('lathe operations check' lists all). Map", message, StringComparison.Ordinal);
    }

    [Fact]
    public void AScalarThatIsRawJsonOnPurposeIsNotToldOf() => Assert.Empty(Run(
        ("/p/s.graphql", "type Query { a: Money }\nscalar Money"),
        ("/p/q.graphql", "query A { a }"),
        ("/p/.graphqlrc.json", """
            { "schema": "s.graphql", "documents": "q.graphql", "extensions": { "lathe": { "scalars": { "Money": "System.Text.Json.JsonElement" } } } }
            """)));

    private static string[] Run(params (string Path, string Text)[] files) => new GeneratorHarness(files).Run().Diagnostics;
}
