using Lathe.Language.Printing;
using Lathe.Language.Schemas;
using Lathe.Language.Text;
using Lathe.Language.TypeSystem;
using Lathe.Language.TypeSystem.Validation;
using Lathe.TestSupport;

namespace Lathe.Language.Tests.TypeSystem.Validation;

public sealed class SchemaValidatorTests
{
    private const string Federated =
        "type Query @key(fields: \"id\") { id: ID, id: Int @external }\nextend schema @link(url: \"u\")\ninput I { a: Missing }";

    [Fact]
    public void LetsDirectivesOfAServerPassAndWarnsOfSmallFaults() => Assert.Equal(
        [
            "s.graphql(1,33): warning GQL1054: Field \"Query.id\" can only be defined once.",
            "s.graphql(3,14): error GQL1057: Unknown type \"Missing\".",
        ],
        Validate(Federated, SchemaValidationMode.Client).Select(error => error.ToString()));

    [Fact]
    public void RefusesTheSameInOnesOwnSchema() => Assert.Equal(
        ["KnownDirectives", "KnownDirectives", "KnownDirectives", "KnownTypeNames", "UniqueFieldDefinitionNames"],
        Validate(Federated, SchemaValidationMode.Strict).Select(error => error.Descriptor.Rule).Order(StringComparer.Ordinal));

    [Fact]
    public void WarnsOfTheTwoFaultsThatGitHubPublishes()
    {
        var text = File.ReadAllText(SharedFolder.Require("workloads/github/schema.graphql"));
        var errors = Validate(text, SchemaValidationMode.Client);

        Assert.Equal(["GQL1054", "GQL1054"], errors.Select(error => error.Descriptor.Id));
        Assert.All(errors, error => Assert.Equal(Errors.ErrorSeverity.Warning, error.Descriptor.Severity));
    }

    [Theory]
    [InlineData("shopify-storefront")]
    [InlineData("github-vscode-pr")]
    public void AnIntrospectionResultIsTheSameSchemaAsItsSdl(string workload)
    {
        var sdl = Create(File.ReadAllText(SharedFolder.Require($"workloads/{workload}/schema.graphql")));
        var json = Create(File.ReadAllText(SharedFolder.Require($"workloads/{workload}/schema.introspection.json")));

        // Both servers deprecate fields whose interface does not: introspection tells of it as the SDL does.
        Assert.DoesNotContain(SchemaValidator.Validate(json), error => error.Descriptor.Id != "GQL1097");
        Assert.Equal(OfDeprecation(sdl), OfDeprecation(json));
        Assert.Equal(SchemaPrinter.Print(sdl), SchemaPrinter.Print(json));
    }

    private static IEnumerable<string> OfDeprecation(Schema schema) => SchemaValidator.Validate(schema)
        .Where(error => error.Descriptor.Id == "GQL1097").Select(error => error.Message).Order(StringComparer.Ordinal);

    private static IReadOnlyList<Errors.LanguageError> Validate(string text, SchemaValidationMode mode) =>
        SchemaValidator.Validate(Create(text), mode);

    private static Schema Create(string text) => SchemaReader.Read([new SourceText("s.graphql", text)]);
}
