using Lathe.Language.Configuration;
using Lathe.Language.Text;
using Lathe.TestSupport;
using NJsonSchema;

namespace Lathe.Generator.Tests.Configuration;

/// <summary>What an editor says by <c>config-schema.json</c> is what the build says.</summary>
public sealed class ConfigSchemaTests
{
    private static readonly string s_schemaPath = Path.Combine(SharedFolder.RepositoryRoot, "src", "Lathe", "config-schema.json");

    [Theory]
    [InlineData("""{ "schema": "s.graphql" }""", true)]
    [InlineData("""{ "$schema": "config-schema.json", "schema": ["a.graphql", "b.graphql"], "documents": "Q/**", "include": "x/*", "exclude": ["y/*"] }""", true)]
    [InlineData("""{ "schema": "s.graphql", "extensions": { "codegen": { "any": 1 }, "lathe": { "client": "C", "namespace": "A.B", "accessibility": "internal", "endpoint": "https://x.test/g" } } }""", true)]
    [InlineData("""{ "schema": "s.graphql", "extensions": { "lathe": { "scalars": { "money": { "type": "Shop.Money", "converter": "Shop.C" }, "x": "System.TimeSpan" }, "limits": { "maxDepth": 3, "maxNodes": 5, "requireListLimit": true } } } }""", true)]
    [InlineData("""{ "projects": { "a": { "schema": "a.graphql" }, "b": { "schema": "b.graphql", "extensions": { "lathe": { "client": "B" } } } } }""", true)]
    [InlineData("""{ "schemas": "s.graphql" }""", false)]
    [InlineData("""{ "schema": "s.graphql", "extensions": { "lathe": { "schemaExtensions": ["a.graphql", "b.graphql"] } } }""", true)]
    [InlineData("""{ "schema": "s.graphql", "extensions": { "lathe": { "schemaExtensions": 1 } } }""", false)]
    [InlineData("""{ "schema": "s.graphql", "extensions": { "lathe": { "tokenEnv": "API_KEY" } } }""", true)]
    [InlineData("""{ "schema": "s.graphql", "extensions": { "lathe": { "tokenEnv": "an-api-key" } } }""", false)]
    [InlineData("""{ "documents": "q.graphql" }""", false)]
    [InlineData("""{ "schema": 1 }""", false)]
    [InlineData("""{ "schema": "s.graphql", "extensions": { "lathe": { "klient": "C" } } }""", false)]
    [InlineData("""{ "schema": "s.graphql", "extensions": { "lathe": { "accessibility": "private" } } }""", false)]
    [InlineData("""{ "schema": "s.graphql", "extensions": { "lathe": { "limits": { "maxDepth": 0 } } } }""", false)]
    [InlineData("""{ "schema": "s.graphql", "extensions": { "lathe": { "limits": { "maxWidth": 1 } } } }""", false)]
    [InlineData("""{ "schema": "s.graphql", "extensions": { "lathe": { "scalars": { "money": { "converter": "Shop.C" } } } } }""", false)]
    [InlineData("""{ "schema": "s.graphql", "extensions": { "lathe": { "scalars": { "bigint": { "type": "long", "write": "number" } } } } }""", true)]
    [InlineData("""{ "schema": "s.graphql", "extensions": { "lathe": { "scalars": { "bigint": { "type": "long", "write": "text" } } } } }""", false)]
    [InlineData("""{ "schema": "s.graphql", "extensions": { "lathe": { "scalars": { "bigint": { "type": "long", "converter": "Shop.C", "write": "safe" } } } } }""", false)]
    [InlineData("""{ "schema": "s.graphql", "extensions": { "lathe": { "fragmentArguments": true } } }""", true)]
    [InlineData("""{ "schema": "s.graphql", "extensions": { "lathe": { "fragmentArguments": "yes" } } }""", false)]
    [InlineData("""{ "projects": { "a": { "documents": "a/*" } } }""", false)]
    [InlineData("""{ "projects": [] }""", false)]
    [InlineData("""{ "projects": {} }""", false)]
    [InlineData("""{ "projects": { "a": { "schema": "a.graphql", "projects": {} } } }""", false)]
    [InlineData("""{ "projects": { "a": { "schema": "a.graphql" } }, "extensions": { "lathe": {} } }""", false)]
    [InlineData("""{ "projects": { "a": { "schema": "a.graphql" } }, "extensions": { "codegen": {} } }""", true)]
    [InlineData("""{ "schema": [] }""", false)]
    [InlineData("""{ "schema": "${SCHEMA}" }""", false)]
    [InlineData("""{ "schema": "s.graphql", "documents": [] }""", true)]
    [InlineData("""{ "schema": "s.graphql", "documents": {} }""", false)]
    [InlineData("""{ "schema": "https://example.com/graphql" }""", false)]
    public async Task SchemaAndReaderAgree(string text, bool isValid)
    {
        var schema = await JsonSchema.FromFileAsync(s_schemaPath, TestContext.Current.CancellationToken);

        Assert.Equal(isValid, schema.Validate(text).Count == 0);
        Assert.Equal(
            isValid, ConfigurationReader.Read(new SourceText("/p/.graphqlrc.json", text), TestContext.Current.CancellationToken).Errors.Count == 0);
    }
}
