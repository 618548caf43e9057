using System.Text.Json;

namespace Lathe.Tool.Download;

/// <summary>Writes the introspection request for what a server knows (specification, section 4).</summary>
internal static class IntrospectionQuery
{
    /// <summary>Asks which parts of introspection the server has.</summary>
    public const string Probe = """
        query IntrospectionQuery {
          schema: __type(name: "__Schema") { fields { name args { name } } }
          type: __type(name: "__Type") { fields { name } }
          directive: __type(name: "__Directive") { fields { name } }
          input: __type(name: "__InputValue") { fields { name } }
          field: __type(name: "__Field") { fields { name args { name } } }
        }
        """;

    /// <summary>The name of both requests: some gateways let only operations of this name pass.</summary>
    public const string Name = "IntrospectionQuery";

    /// <summary>Writes the request.</summary>
    /// <param name="features">What is asked for beyond the oldest introspection.</param>
    /// <param name="levels">How many lists and non-null types around a type are asked for.</param>
    public static string Write(IntrospectionFeatures features, int levels)
    {
        string If(IntrospectionFeatures feature, string text) => features.HasFlag(feature) ? text : "";
        var inputArguments = If(IntrospectionFeatures.InputDeprecation, "(includeDeprecated: true)");
        return $$"""
            query {{Name}} {
              __schema {
                {{If(IntrospectionFeatures.SchemaDescription, "description")}}
                queryType { name } mutationType { name } subscriptionType { name }
                types { ...FullType }
                directives{{If(IntrospectionFeatures.DirectiveDeprecation, "(includeDeprecated: true)")}} {
                  name description {{If(IntrospectionFeatures.DirectiveDeprecation, "isDeprecated deprecationReason")}}
                  {{If(IntrospectionFeatures.IsRepeatable, "isRepeatable")}} locations
                  args{{inputArguments}} { ...InputValue }
                }
              }
            }
            fragment FullType on __Type {
              kind name description
              {{If(IntrospectionFeatures.SpecifiedByUrl, "specifiedByURL")}} {{If(IntrospectionFeatures.IsOneOf, "isOneOf")}}
              fields(includeDeprecated: true) {
                name description args{{inputArguments}} { ...InputValue } type { ...TypeRef } isDeprecated deprecationReason
              }
              inputFields{{inputArguments}} { ...InputValue }
              interfaces { ...TypeRef }
              enumValues(includeDeprecated: true) { name description isDeprecated deprecationReason }
              possibleTypes { ...TypeRef }
            }
            fragment InputValue on __InputValue {
              name description type { ...TypeRef } defaultValue
              {{If(IntrospectionFeatures.InputDeprecation, "isDeprecated deprecationReason")}}
            }
            fragment TypeRef on __Type {
              {{Nested(levels)}}
            }
            """;
    }

    /// <summary>Reads the answer to <see cref="Probe"/>.</summary>
    public static IntrospectionFeatures ReadProbe(JsonElement data)
    {
        var features = IntrospectionFeatures.None;
        void AddIf(bool condition, IntrospectionFeatures feature) => features |= condition ? feature : IntrospectionFeatures.None;
        AddIf(Has(data, "schema", "description"), IntrospectionFeatures.SchemaDescription);
        AddIf(Has(data, "type", "specifiedByURL"), IntrospectionFeatures.SpecifiedByUrl);
        AddIf(Has(data, "type", "isOneOf"), IntrospectionFeatures.IsOneOf);
        AddIf(Has(data, "directive", "isRepeatable"), IntrospectionFeatures.IsRepeatable);
        AddIf(Has(data, "input", "isDeprecated") && TakesIncludeDeprecated(data, "field", "args"), IntrospectionFeatures.InputDeprecation);
        var deprecatesDirectives = Has(data, "directive", "isDeprecated") && TakesIncludeDeprecated(data, "schema", "directives");
        AddIf(deprecatesDirectives, IntrospectionFeatures.DirectiveDeprecation);
        return features;
    }

    private static string Nested(int levels) =>
        string.Concat(Enumerable.Repeat("kind name ofType { ", levels)) + "kind name" + string.Concat(Enumerable.Repeat(" }", levels));

    private static bool Has(JsonElement data, string alias, string field) => Fields(data, alias).Any(item => NameOf(item) == field);

    private static bool TakesIncludeDeprecated(JsonElement data, string alias, string field) =>
        Fields(data, alias).Any(item => NameOf(item) == field && item.TryGetProperty("args", out var args)
            && args.ValueKind == JsonValueKind.Array && args.EnumerateArray().Any(argument => NameOf(argument) == "includeDeprecated"));

    private static IEnumerable<JsonElement> Fields(JsonElement data, string alias) =>
        data.TryGetProperty(alias, out var type) && type.ValueKind == JsonValueKind.Object
        && type.TryGetProperty("fields", out var fields) && fields.ValueKind == JsonValueKind.Array
            ? fields.EnumerateArray().Where(item => item.ValueKind == JsonValueKind.Object)
            : [];

    private static string? NameOf(JsonElement item) =>
        item.TryGetProperty("name", out var name) && name.ValueKind == JsonValueKind.String ? name.GetString() : null;
}
