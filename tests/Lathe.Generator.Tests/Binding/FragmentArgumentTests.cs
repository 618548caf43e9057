using Lathe.Generator.Tests.Emission;
using Lathe.Generator.Tests.Pipeline;

namespace Lathe.Generator.Tests.Binding;

/// <summary>Fragment arguments are compiled away: what is sent holds none, and says the same.</summary>
public sealed class FragmentArgumentTests
{
    private const string Schema = """
        type Query { machine(id: ID, tags: [String], where: Where): Machine }
        type Machine { id: ID! name(style: Style = LONG, width: Int): String! parent: Machine parts(first: Int = 5, where: Where): [Machine!]! }
        enum Style { LONG SHORT }
        input Where { name: String and: [Where!] limit: Int = 3 }
        """;

    [Theory]
    [InlineData(
        "query A { machine { ...F(w: 3) } } fragment F($w: Int) on Machine { name(width: $w) }",
        "query A{machine{...F}}fragment F on Machine{name(width:3)}")]
    [InlineData(
        "query A { machine { ...F } } fragment F($w: Int = 4, $s: Style) on Machine { name(width: $w, style: $s) }",
        "query A{machine{...F}}fragment F on Machine{name(width:4)}")]
    [InlineData(
        "query A($v: Int) { machine { ...F(w: $v) } } fragment F($w: Int) on Machine { name(width: $w) }",
        "query A($v:Int){machine{...F}}fragment F on Machine{name(width:$v)}")]
    [InlineData(
        "query A { a: machine { ...F(w: 1) } b: machine { ...F(w: 2) } c: machine { ...F(w: 1) } } fragment F($w: Int) on Machine { name(width: $w) "
            + "}",
        "query A{a:machine{...F} b:machine{...F_2} c:machine{...F}}fragment F on Machine{name(width:1)}fragment F_2 on Machine{name(width:2)}")]
    [InlineData(
        "query A { a: machine { ...F(w: 1) } b: machine { ...F(w: 2) ...F_2 } } fragment F($w: Int) on Machine { name(width: $w) } fragment F_2 on "
            + "Machine { id }",
        "query A{a:machine{...F} b:machine{...F_3 ...F_2}}fragment F on Machine{name(width:1)}fragment F_2 on Machine{id}fragment F_3 on "
            + "Machine{name(width:2)}")]
    [InlineData(
        "query A { machine { ...F(w: 7) } } fragment F($w: Int, $n: Int = 2) on Machine { parent { ...G(w: $w, n: $n) } } "
            + "fragment G($w: Int, $n: Int, $s: Style) on Machine { name(width: $w, style: $s) parts(first: $n) { id } }",
        "query A{machine{...F}}fragment F on Machine{parent{...G}}fragment G on Machine{name(width:7) parts(first:2){id}}")]
    [InlineData(
        "query A($w: Int) { machine { ...F(w: 1) } } fragment F($w: Int) on Machine { name(width: $w) ...G } fragment G on Machine { b: name(width: "
            + "$w) }",
        "query A($w:Int){machine{...F}}fragment F on Machine{name(width:1) ...G}fragment G on Machine{b:name(width:$w)}")]
    [InlineData(
        "query A { machine { ...F(n: \"x\") } } fragment F($n: String, $m: Int) on Machine { parts(where: { name: $n, limit: $m, and: [{ name: $n }] "
            + "}) { id } }",
        "query A{machine{...F}}fragment F on Machine{parts(where:{name:\"x\",and:[{name:\"x\"}]}){id}}")]
    [InlineData(
        "query A { ...Q(t: null) } fragment Q($t: String = \"d\", $u: String) on Query { machine(tags: [\"a\", $t, $u]) { id } }",
        "query A{...Q}fragment Q on Query{machine(tags:[\"a\",null,null]){id}}")]
    [InlineData(
        "query A { machine { ...F(yes: true) ... @skip(if: false) { id } } } fragment F($yes: Boolean!) on Machine { name @include(if: $yes) }",
        "query A{machine{...F ...@skip(if:false){id}}}fragment F on Machine{name@include(if:true)}")]
    [InlineData(
        "query A { machine { ...F(x: false) } } fragment F($x: Boolean!) on Machine { ...G @skip(if: $x) ... @include(if: $x) { id } } fragment G on "
            + "Machine { name }",
        "query A{machine{...F}}fragment F on Machine{...G@skip(if:false) ...@include(if:false){id}}fragment G on Machine{name}")]
    public void TheDocumentThatIsSentHasNone(string document, string sent)
    {
        var client = TestClient.Generate(Schema, document, TestClient.Config with { AllowsFragmentArguments = true });
        client.AssertCompiles();
        Assert.Equal(sent, Assert.Single(client.Operations).Document);
    }

    [Fact]
    public void WhatIsReadIsWhatTheFragmentSays()
    {
        const string Document = """
            query Machines($full: Boolean!) { a: machine { ...F(full: $full, w: 3) } b: machine { id ...F } }
            fragment F($full: Boolean! = true, $w: Int) on Machine { name(width: $w) parent @include(if: $full) { ...G(w: $w) } }
            fragment G($w: Int) on Machine { name(width: $w) }
            """;
        var client = TestClient.Generate(Schema, Document, TestClient.Config with { AllowsFragmentArguments = true });
        Assert.Equal("a b parent of b", client.Load(Code).GetType("Probe")!.GetMethod("Run")!.Invoke(null, null));
    }

    private const string Code = """
        #nullable enable
        using System;
        using System.Net;
        using System.Net.Http;
        using System.Threading;
        using System.Threading.Tasks;
        using Lathe;
        using Test.Api;
        public sealed class Server : HttpMessageHandler
        {
            protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken stop)
            {
                var body = await request.Content!.ReadAsStringAsync(stop);
                if (!body.Contains("fragment F on Machine{name(width:3) parent@include(if:$full){...G}}", StringComparison.Ordinal)
                    || !body.Contains("fragment F_2 on Machine{name parent@include(if:true){...G_2}}", StringComparison.Ordinal))
                    return new HttpResponseMessage(HttpStatusCode.BadRequest) { Content = new StringContent(body) };
                const string Answer = "{\"data\":{\"a\":{\"name\":\"a\"},\"b\":{\"id\":\"1\",\"name\":\"b\",\"parent\":{\"name\":\"parent of b\"}}}}";
                return new HttpResponseMessage(HttpStatusCode.OK) { Content = new StringContent(Answer, null, "application/json") };
            }
        }
        public static class Probe
        {
            public static string Run()
            {
                var client = new TestClient(new HttpGraphQLTransport(new HttpClient(new Server()), new() { Endpoint = new Uri("https://localhost/graphql") }));
                var data = client.MachinesAsync(full: false).GetAwaiter().GetResult().RequireData();
                return string.Join(" ", Show(data.A), Show(data.B));
            }
            private static string Show(IF? one) => one?.Parent is null ? one!.Name : one.Name + " " + one.Parent.Name;
        }
        """;

    // The one field is there by another argument than the other: what always is there must not be taken from their sum.
    [Fact]
    public void AVariableOfAFragmentIsNotThatOfTheOperation()
    {
        const string Document = """
            query A($x: Boolean!) { machine { parent @include(if: $x) { id } ...F(x: true) } }
            fragment F($x: Boolean!) on Machine { parent @include(if: $x) { name } }
            """;
        var client = TestClient.Generate(Schema, Document, TestClient.Config with { AllowsFragmentArguments = true });
        var text = client["AQuery"];
        Assert.Contains("public string? Id { get; init; }", text, StringComparison.Ordinal);
        Assert.Contains("public string? Name { get; init; }", text, StringComparison.Ordinal);
    }

    [Fact]
    public void TheConfigurationSaysWhetherThereAreAny()
    {
        const string Document = "query A { machine { ...F(w: 3) } }\nfragment F($w: Int) on Machine { name(width: $w) }";
        var project = new GeneratorHarness(("/p/.graphqlrc.json", Config("false")), ("/p/s.graphql", Schema), ("/p/q.graphql", Document));

        var refused = project.Run();

        Assert.Equal(2, refused.Diagnostics.Length);
        Assert.StartsWith("/p/q.graphql(1,25): error GQL1034: ", refused.Diagnostics[0], StringComparison.Ordinal);
        Assert.StartsWith("/p/q.graphql(2,11): error GQL1034: ", refused.Diagnostics[1], StringComparison.Ordinal);
        Assert.All(refused.Diagnostics, one => Assert.Contains("\"fragmentArguments\": true", one, StringComparison.Ordinal));

        project.Set("/p/.graphqlrc.json", Config("true"));
        var outcome = project.Run();

        Assert.Empty(outcome.Diagnostics);
        Assert.Empty(outcome.CompilationErrors());
        var operation = outcome.Source(outcome.Files.Single(file => file.Contains("AQuery", StringComparison.Ordinal)));
        Assert.Contains("query A{machine{...F}}fragment F on Machine{name(width:3)}", operation, StringComparison.Ordinal);
    }

    [Fact]
    public void WhatCannotBeCompiledAwayIsNoCode()
    {
        const string Document = "query A($v: Int) { machine { ...F(w: $v) } }\nfragment F($w: Int = 4) on Machine { name(width: $w) }";
        var project = new GeneratorHarness(("/p/.graphqlrc.json", Config("true")), ("/p/s.graphql", Schema), ("/p/q.graphql", Document));

        var outcome = project.Run();

        Assert.StartsWith("/p/q.graphql(1,35): error GQL1038: ", Assert.Single(outcome.Diagnostics), StringComparison.Ordinal);
        Assert.DoesNotContain(outcome.Files, file => file.Contains("AQuery", StringComparison.Ordinal));
    }

    private static string Config(string value) =>
        $$"""{ "schema": "s.graphql", "documents": "q.graphql", "extensions": { "lathe": { "fragmentArguments": {{value}} } } }""";
}
