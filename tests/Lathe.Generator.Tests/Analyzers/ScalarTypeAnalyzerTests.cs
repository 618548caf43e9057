using Lathe.Generator.Tests.Pipeline;
using Lathe.TestSupport;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace Lathe.Generator.Tests.Analyzers;

public sealed class ScalarTypeAnalyzerTests
{
    private const string Members = "public static Money Read(ref System.Text.Json.Utf8JsonReader reader) => default!; public static void "
        + "Write(System.Text.Json.Utf8JsonWriter writer, Money value) { }";

    private const string Converter = "namespace Shop; public struct Money; public struct MoneyConverter : Lathe.IScalarConverter<Money> { "
        + Members
        + " }";

    [Theory]
    [InlineData(
        "\"Shop.Money\"", "namespace Shop; public struct Money;",
        "(5,16): error GQL0017: 'Shop.Money', the type of scalar 'Money', has no converter and does not implement "
            + "'Lathe.IScalarConverter<Shop.Money>' itself. Implement that, or name a type that does: \"Money\": { \"type\": \"Shop.Money\", "
            + "\"converter\": \"...\" }.")]
    [InlineData(
        "\"Shop.Derived\"", "namespace Shop; public class Derived : Money; public class Money : Lathe.IScalarConverter<Money> { " + Members + " }",
        "(5,16): error GQL0017: 'Shop.Derived', the type of scalar 'Money', has no converter and does not implement "
            + "'Lathe.IScalarConverter<Shop.Derived>' itself. Implement that, or name a type that does: \"Money\": { \"type\": \"Shop.Derived\", "
            + "\"converter\": \"...\" }.")]
    [InlineData(
        "\"short\"", "",
        "(5,16): error GQL0017: 'short', the type of scalar 'Money', has no converter and does not implement 'Lathe.IScalarConverter<short>' itself. "
            + "Implement that, or name a type that does: \"Money\": { \"type\": \"short\", \"converter\": \"...\" }.")]
    [InlineData(
        "\"Shop.Money?\"", "namespace Shop; public struct Money : Lathe.IScalarConverter<Money> { " + Members + " }",
        "(5,16): error GQL0017: 'Shop.Money?', the type of scalar 'Money', has no converter, and a nullable type has none of its own. Write it "
            + "without '?': the schema says where a value may be null.")]
    [InlineData(
        "\"Shop.Mony\"", Converter,
        "(5,16): error GQL0017: 'Shop.Mony', the type of scalar 'Money', is neither in this project nor in its references. Correct the name, which "
            + "is the full one with its namespace, or add the type.")]
    [InlineData(
        "\"Money\"", Converter,
        "(5,16): error GQL0017: 'Money', the type of scalar 'Money', is neither in this project nor in its references. Did you mean \"Shop.Money\"?")]
    [InlineData(
        "{ \"type\": \"System.Collections.Generic.List<Shop.Mony>\", \"converter\": \"Shop.MoneyConverter\" }", Converter,
        "(5,26): error GQL0017: 'System.Collections.Generic.List<Shop.Mony>', the type of scalar 'Money', cannot be used: 'Shop.Mony' is neither in "
            + "this project nor in its references. Correct the name, which is the full one with its namespace, or add the type.")]
    [InlineData(
        "{ \"type\": \"Shop.Money\",\n  \"converter\": \"Shop.MoneyConvertor\" }", Converter,
        "(6,16): error GQL0017: 'Shop.MoneyConvertor', the converter of scalar 'Money', is neither in this project nor in its references. Correct "
            + "the name, which is the full one with its namespace, or add the type.")]
    [InlineData(
        "{ \"type\": \"decimal\", \"converter\": \"Shop.MoneyConverter\" }", Converter,
        "(5,50): error GQL0017: 'Shop.MoneyConverter', the converter of scalar 'Money', does not implement 'Lathe.IScalarConverter<decimal>' but "
            + "'Lathe.IScalarConverter<Shop.Money>'. Implement it, or change the scalar's type.")]
    [InlineData(
        "{ \"type\": \"Shop.Money\", \"converter\": \"Shop.Statics\" }", "namespace Shop; public struct Money; public static class Statics { "
            + Members
            + " }",
        "(5,53): error GQL0017: 'Shop.Statics', the converter of scalar 'Money', does not implement 'Lathe.IScalarConverter<Shop.Money>'. Implement "
            + "it.")]
    [InlineData(
        "{ \"type\": \"Shop.Money\", \"converter\": \"Shop.Outer.Inner\" }",
        "namespace Shop; public struct Money; public class Outer { private struct Inner : Lathe.IScalarConverter<Money> { "
            + Members
            + " } }",
        "(5,53): error GQL0017: 'Shop.Outer.Inner', the converter of scalar 'Money', is not accessible to generated code. Make it and the types "
            + "around it internal or public.")]
    [InlineData(
        "\"Shop.Money\"", "namespace Shop; struct Money : Lathe.IScalarConverter<Money> { " + Members + " }",
        "(5,16): error GQL0017: 'Shop.Money', the type of scalar 'Money', is not public, but the client is. Make the type public, or the client "
            + "internal: \"accessibility\": \"internal\".")]
    public async Task ReportsWhatGeneratedCodeCannotUse(string mapping, string code, string expected)
    {
        var project = new ScalarProject(mapping);

        Assert.Equal(["/p/.graphqlrc.json" + expected], await project.Analyze(code));
        Assert.NotEmpty(project.CompilerErrors);
    }

    [Theory]
    [InlineData("\"decimal\"", "")]
    [InlineData("\"System.DateTimeOffset\"", "")]
    [InlineData("\"System.Text.Json.JsonElement\"", "")]
    [InlineData("\"byte[]\"", "")]
    [InlineData("\"Shop.Money\"", "namespace Shop; public readonly struct Money : Lathe.IScalarConverter<Money> { " + Members + " }")]
    [InlineData("\"global::Shop.Money\"", "namespace Shop; public sealed record Money : Lathe.IScalarConverter<Money> { " + Members + " }")]
    [InlineData(
        "\"Shop.Outer.Money\"", "namespace Shop; public class Outer { public struct Money : Lathe.IScalarConverter<Money> { " + Members + " } }")]
    [InlineData("{ \"type\": \"Shop.Money\", \"converter\": \"Shop.MoneyConverter\" }", Converter)]
    [InlineData(
        "{ \"type\": \"Shop.Money\", \"converter\": \"Shop.Derived\" }",
        Converter + " class Base : Lathe.IScalarConverter<Money> { " + Members + " } class Derived : Base;")]
    [InlineData(
        "{ \"type\": \"Shop.Money\", \"converter\": \"Shop.Outer.Inner\" }",
        "namespace Shop; public struct Money; class Outer { protected internal struct Inner : Lathe.IScalarConverter<Money> { " + Members + " } }")]
    [InlineData(
        "{ \"type\": \"System.Int16\", \"converter\": \"Shop.Numbers\" }",
        "namespace Shop; using Money = short; struct Numbers : Lathe.IScalarConverter<short> { " + Members + " }")]
    [InlineData(
        "{ \"type\": \"System.Collections.Generic.List<System.DateTime>\", \"converter\": \"Shop.Times\" }",
        "namespace Shop; using Money = System.Collections.Generic.List<System.DateTime>; struct Times : Lathe.IScalarConverter<Money> { "
            + Members
            + " }")]
    [InlineData(
        "{ \"type\": \"Shop.Money[]\", \"converter\": \"Lists.Moneys\" }",
        "namespace Shop { public struct Money; } namespace Lists { using Money = Shop.Money[]; struct Moneys : Lathe.IScalarConverter<Money> { "
            + Members
            + " } }")]
    [InlineData(
        "\"Shop.Money<System.Int32>\"",
        "namespace Shop; public struct Money<T> : Lathe.IScalarConverter<Money<T>> { public static Money<T> Read(ref System.Text.Json.Utf8JsonReader "
            + "reader) => default; public static void Write(System.Text.Json.Utf8JsonWriter writer, Money<T> value) { } }")]
    [InlineData(
        "{ \"type\": \"Shop.Money<Cent>\", \"converter\": \"Lists.Cents\" }",
        "namespace App { public struct Cent; } namespace Shop { public struct Money<T>; } namespace Lists { using Money = Shop.Money<App.Cent>; "
            + "struct Cents : Lathe.IScalarConverter<Money> { "
            + Members
            + " } }")]
    public async Task IsSilentWhereTheCodeCompiles(string mapping, string code)
    {
        var project = new ScalarProject(mapping);

        Assert.Empty(await project.Analyze(code));
        Assert.Empty(project.CompilerErrors);
    }

    [Theory]
    [InlineData(
        "{ \"type\": \"Shop.Money?\", \"converter\": \"Lists.Nullable\" }",
        "namespace Shop { public struct Money; } namespace Lists { using Money = System.Nullable<Shop.Money>; struct Nullable : "
            + "Lathe.IScalarConverter<Money> { "
            + Members
            + " } }")]
    [InlineData("\"Shop.Money<int\"", Converter)]
    [InlineData("\"Shop.Generic\"", "namespace Shop; public struct Generic<T>;")]
    [InlineData("\"Shop.Money\"", "namespace Shop; public struct Money : IScalarConverter<Money>;")]
    [InlineData(
        "{ \"type\": \"Shop.Money\", \"converter\": \"Shop.IConverter\" }",
        "namespace Shop; public struct Money; interface IConverter : Lathe.IScalarConverter<Money>;")]
    public async Task LeavesToTheCompilerWhatItTellsBetter(string mapping, string code)
    {
        var project = new ScalarProject(mapping);

        Assert.Empty(await project.Analyze(code));
        Assert.NotEmpty(project.CompilerErrors);
    }

    [Fact]
    public async Task SeesTypesOfReferences()
    {
        var project = new ScalarProject("{ \"type\": \"Shop.Money\", \"converter\": \"Shop.MoneyConverter\" }").WithReference(Converter);

        Assert.Empty(await project.Analyze(""));
        Assert.Empty(project.CompilerErrors);
    }

    [Fact]
    public async Task LeavesATypeOfTwoReferencesToTheCompiler()
    {
        var project = new ScalarProject("{ \"type\": \"Shop.Money\", \"converter\": \"Shop.MoneyConverter\" }")
            .WithReference(Converter)
            .WithReference(Converter);

        Assert.Empty(await project.Analyze(""));
        Assert.NotEmpty(project.CompilerErrors);
    }

    [Fact]
    public async Task AnInternalConverterOfAReferenceIsNotAccessible()
    {
        var project = new ScalarProject("{ \"type\": \"Shop.Money\", \"converter\": \"Shop.MoneyConverter\" }")
            .WithReference(Converter.Replace("public struct MoneyConverter", "internal struct MoneyConverter", StringComparison.Ordinal));

        Assert.Equal(
            ["/p/.graphqlrc.json(5,53): error GQL0017: 'Shop.MoneyConverter', the converter of scalar 'Money', is not accessible to generated code. "
                + "Make it and the types around it internal or public."],
            await project.Analyze(""));
        Assert.NotEmpty(project.CompilerErrors);
    }

    [Theory]
    [InlineData(Converter, "")]
    [InlineData(
        "namespace Shop; partial struct MoneyConverter : Lathe.IScalarConverter<Money> { " + Members + " }",
        "namespace Shop; public struct Money; public partial struct MoneyConverter;")]
    public async Task SeesTypesOfOtherGenerators(string output, string code)
    {
        var project = new ScalarProject("{ \"type\": \"Shop.Money\", \"converter\": \"Shop.MoneyConverter\" }").WithGenerator(output);

        Assert.Empty(await project.Analyze(code));
        Assert.Empty(project.CompilerErrors);
    }

    [Fact]
    public async Task AnInternalClientMayUseAnInternalType()
    {
        var project = new ScalarProject("");
        project.Files.Set("/p/.graphqlrc.json", ScalarProject.Configuration("s.graphql", "\"Shop.Money\"", "internal"));

        Assert.Empty(await project.Analyze("namespace Shop; struct Money : Lathe.IScalarConverter<Money> { " + Members + " }"));
        Assert.Empty(project.CompilerErrors);
    }

    [Fact]
    public async Task AScalarThatTheSchemaLacksIsNotReportedAndOneThatNoOperationUsesIs()
    {
        var project = new ScalarProject("\"Shop.Money\", \"Elsewhere\": \"Shop.None\", \"Unused\": \"Shop.Unused\"");
        project.Files.Set("/p/s.graphql", ScalarProject.Schema + " scalar Unused");

        var reported = Assert.Single(
            await project.Analyze("namespace Shop; public struct Money : Lathe.IScalarConverter<Money> { " + Members + " }"));
        Assert.StartsWith("/p/.graphqlrc.json(5,66): error GQL0017: 'Shop.Unused', the type of scalar 'Unused',", reported, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ReportsEachClientOnceAndInEditorsToo()
    {
        var project = new ScalarProject("");
        project.Files.Set("/p/.graphqlrc.json", """
            { "projects": {
              "a": { "schema": "s.graphql", "documents": "q.graphql", "extensions": { "lathe": { "scalars": { "Money": "Shop.A" } } } },
              "b": { "schema": "s.graphql", "documents": "q.graphql", "extensions": { "lathe": { "scalars": { "Money": "decimal" } } } },
              "c": { "schema": "s.graphql", "documents": "q.graphql", "extensions": { "lathe": { "scalars": { "Money": "Shop.C" } } } } } }
            """);
        var built = await project.Analyze("");
        project.Files.SetGlobalOption("lathe_live_diagnostics", "true");

        Assert.Equal(
            ["/p/.graphqlrc.json(2,108)", "/p/.graphqlrc.json(4,108)"], built.Select(line => line.Split(':')[0]).Order(StringComparer.Ordinal));
        Assert.Equal(built, await project.Analyze(""));
    }

    [Theory]
    [InlineData("\"decimal\"", 0)]
    [InlineData("\"System.DateTimeOffset\", \"Other\": { \"type\": \"int\" }", 0)]
    [InlineData("\"Shop.Money\"", 1)]
    public async Task ReadsSchemasOnlyForTypesOfTheUsers(string mapping, int isRead)
    {
        var files = new GeneratorHarness(("/p/.graphqlrc.json", ScalarProject.Configuration("s.graphql", mapping)));
        var schema = new CountedText("/p/s.graphql", ScalarProject.Schema);
        files.Set(schema);

        await ScalarProject.Analyze(CSharpCompilation.Create("App"), files);

        Assert.Equal(isRead, Math.Min(schema.Reads, 1));
    }

    [Fact]
    public async Task ThePageShowsTheErrorAndHowToMendIt()
    {
        const string path = "docs/diagnostics/GQL0017.md";
        var page = File.ReadAllText(Path.Combine(SharedFolder.RepositoryRoot, path));
        var examples = MarkdownPage.Blocks(path).Select(block => block.Code).ToArray();
        const string money = "public readonly record struct Money(decimal Amount);";
        Assert.Contains("namespace Shop; " + money, page, StringComparison.Ordinal);
        var project = new ScalarProject("");
        project.Files.Remove("/p/s.graphql");
        project.Files.Set("/p/schema.graphql", ScalarProject.Schema);

        project.Files.Set("/p/.graphqlrc.json", examples[0]);
        Assert.StartsWith(
            "/p/.graphqlrc.json(1,80): error GQL0017", Assert.Single(await project.Analyze("namespace Shop; " + money)), StringComparison.Ordinal);

        project.Files.Set("/p/.graphqlrc.json", examples[1]);
        Assert.Empty(await project.Analyze(examples[2] + money));
        Assert.Empty(project.CompilerErrors);
    }

    private sealed class CountedText(string path, string text) : AdditionalText
    {
        public int Reads { get; private set; }

        public override string Path => path;

        public override SourceText GetText(CancellationToken cancellationToken = default)
        {
            Reads++;
            return SourceText.From(text);
        }
    }
}
