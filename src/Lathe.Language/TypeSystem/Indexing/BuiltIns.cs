using Lathe.Language.Syntax.Parsing;
using Lathe.Language.Text;

namespace Lathe.Language.TypeSystem.Indexing;

/// <summary>What every schema has: scalars (section 3.5), directives (section 3.13) and introspection types (section 4.2).</summary>
internal static class BuiltIns
{
    private const string Sdl = """
        scalar Int
        scalar Float
        scalar String
        scalar Boolean
        scalar ID

        "Includes the selection only when the argument is true."
        directive @include("Whether the selection is part of the request." if: Boolean!) on FIELD | FRAGMENT_SPREAD | INLINE_FRAGMENT
        "Leaves the selection out when the argument is true."
        directive @skip("Whether the selection is left out of the request." if: Boolean!) on FIELD | FRAGMENT_SPREAD | INLINE_FRAGMENT
        "Marks a part of the schema that should not be used any longer."
        directive @deprecated("Why, and what to use instead." reason: String = "No longer supported") on FIELD_DEFINITION | ARGUMENT_DEFINITION | INPUT_FIELD_DEFINITION | ENUM_VALUE | DIRECTIVE_DEFINITION
        "Says where the behaviour of a scalar is specified."
        directive @specifiedBy("The address of the specification." url: String!) on SCALAR
        "Says that exactly one field of the input object must be given, and must not be null."
        directive @oneOf on INPUT_OBJECT

        type __Schema {
          description: String
          types: [__Type!]!
          queryType: __Type!
          mutationType: __Type
          subscriptionType: __Type
          directives(includeDeprecated: Boolean! = false): [__Directive!]!
        }
        type __Type {
          kind: __TypeKind!
          name: String
          description: String
          specifiedByURL: String
          fields(includeDeprecated: Boolean! = false): [__Field!]
          interfaces: [__Type!]
          possibleTypes: [__Type!]
          enumValues(includeDeprecated: Boolean! = false): [__EnumValue!]
          inputFields(includeDeprecated: Boolean! = false): [__InputValue!]
          ofType: __Type
          isOneOf: Boolean
        }
        enum __TypeKind { SCALAR OBJECT INTERFACE UNION ENUM INPUT_OBJECT LIST NON_NULL }
        type __Field {
          name: String!
          description: String
          args(includeDeprecated: Boolean! = false): [__InputValue!]!
          type: __Type!
          isDeprecated: Boolean!
          deprecationReason: String
        }
        type __InputValue {
          name: String!
          description: String
          type: __Type!
          defaultValue: String
          isDeprecated: Boolean!
          deprecationReason: String
        }
        type __EnumValue {
          name: String!
          description: String
          isDeprecated: Boolean!
          deprecationReason: String
        }
        type __Directive {
          name: String!
          description: String
          isRepeatable: Boolean!
          locations: [__DirectiveLocation!]!
          args(includeDeprecated: Boolean! = false): [__InputValue!]!
          isDeprecated: Boolean!
          deprecationReason: String
        }
        enum __DirectiveLocation {
          QUERY MUTATION SUBSCRIPTION FIELD FRAGMENT_DEFINITION FRAGMENT_SPREAD INLINE_FRAGMENT VARIABLE_DEFINITION
          SCHEMA SCALAR OBJECT FIELD_DEFINITION ARGUMENT_DEFINITION INTERFACE UNION ENUM ENUM_VALUE INPUT_OBJECT INPUT_FIELD_DEFINITION DIRECTIVE_DEFINITION
        }
        """;

    /// <summary>Gets the definitions, parsed once for all schemas.</summary>
    internal static IReadOnlyList<DefinitionEntry> Entries { get; } = MakeEntries();

    internal static bool IsScalar(string name) => name is "Int" or "Float" or "String" or "Boolean" or "ID";

    internal static DefinitionEntry? FindType(string name) => Entries.FirstOrDefault(entry => entry.IsType && entry.Name == name);

    internal static DefinitionEntry? FindDirective(string name) =>
        Entries.FirstOrDefault(entry => entry.Kind == DefinitionKind.Directive && entry.Name == name);

    private static DefinitionEntry[] MakeEntries()
    {
        var document = new Parser(new SourceText(string.Empty, Sdl)).ParseDocument(CancellationToken.None);
        return [.. SyntaxIndexer.Index(document)];
    }
}
