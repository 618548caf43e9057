namespace Lathe.Generator.Tests.Emission;

/// <summary>The text that a compiled operation sends is the text that was bound and hashed, also where fragments bring theirs.</summary>
public class DocumentEmitterTests
{
    private const string Schema = """
        type Query { machines(name: String): [Machine!]! find: Found }
        union Found = Machine | Person
        type Machine { name: String! owner: Person }
        type Person { login(style: String): String! manager: Person }
        """;

    [Theory]
    [InlineData("query Plain { machines { name } }", "Plain")]
    [InlineData("query One { machines { ...Z } } fragment Z on Machine { name }", "One")]
    [InlineData(
        "query Deep { machines(name: \"a\\\"\\\\ü\") { ...Z } } fragment Z on Machine { name owner { ...A } } fragment A on Person { login(style: "
            + "\"\\\"\") }",
        "Deep")]
    [InlineData(
        "query Both { machines { ...Z owner { ...A manager { ...A } } } } fragment Z on Machine { owner { ...A } } fragment A on Person { "
            + "login(style: \"\"\"two\nlines\"\"\") }",
        "Both")]
    [InlineData("query Union { find { ...F } } fragment F on Found { ... on Machine { name } ... on Person { login } }", "Union")]
    public void ACompiledOperationSendsTheBoundText(string operations, string name)
    {
        var client = TestClient.Generate(Schema, operations);
        var bound = client.Operations.Single(one => one.Name == name);
        var operation = client.Load().GetType($"Test.Api.{bound.ClassName}")!.GetProperty("Operation")!.GetValue(null)!;
        Assert.Equal(bound.Document, operation.GetType().GetProperty("Document")!.GetValue(operation));
        var prefix = (ReadOnlyMemory<byte>)operation.GetType().GetProperty("RequestPrefix")!.GetValue(operation)!;
        Assert.EndsWith($"\",\"operationName\":\"{name}\"", System.Text.Encoding.UTF8.GetString(prefix.Span), StringComparison.Ordinal);
    }

    [Fact]
    public void AFragmentHasItsTextOnce()
    {
        var client = TestClient.Generate(Schema, "query A { machines { ...Z } } query B { machines { ...Z name } } fragment Z on Machine { name }");
        Assert.Single(client.Files, static file => file.Text.Contains("fragment Z on Machine", StringComparison.Ordinal));
    }
}
