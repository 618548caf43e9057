using System.Text;
using Lathe.Language.Syntax;
using Lathe.Language.TypeSystem;
using Lathe.Language.TypeSystem.Indexing;

namespace Lathe.Language.Printing;

/// <summary>Writes a schema as SDL (specification, section 3), the same bytes for the same schema on every machine.</summary>
/// <remarks>
/// Of applied directives it writes <c>@deprecated</c>, <c>@specifiedBy</c> and <c>@oneOf</c>, which is all that
/// introspection tells. Built-in types and directives are left out.
/// </remarks>
internal static class SchemaPrinter
{
    /// <summary>Writes a schema.</summary>
    /// <param name="schema">The schema.</param>
    /// <param name="isSorted">
    /// Whether definitions and members are sorted by name, so that a schema that a server gives in another order makes
    /// no difference; by default true.
    /// </param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>The text, with LF line ends, one at the end; empty for an empty schema.</returns>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public static string Print(Schema schema, bool isSorted = true, CancellationToken cancellationToken = default)
    {
        var members = new MemberPrinter(isSorted);
        var text = new StringBuilder();
        Append(text, PrintSchema(schema));
        foreach (var name in members.Names(schema.DirectiveNames.Where(name => BuiltIns.FindDirective(name) is null)))
            Append(text, PrintDirective(schema.FindDirective(name)!, members));
        foreach (var name in members.Names(schema.TypeNames.Where(name => BuiltIns.FindType(name) is null)))
        {
            cancellationToken.ThrowIfCancellationRequested();
            Append(text, PrintType(schema.FindType(name)!, members));
        }

        return text.ToString();
    }

    private static void Append(StringBuilder text, string definition)
    {
        if (definition.Length == 0)
            return;
        if (text.Length > 0)
            text.Append('\n');
        text.Append(definition).Append('\n');
    }

    private static string PrintSchema(Schema schema)
    {
        OperationType[] operations = [OperationType.Query, OperationType.Mutation, OperationType.Subscription];
        var roots = operations
            .Select(operation => (Operation: operation, Name: schema.FindRootTypeName(operation)))
            .Where(static root => root.Name is not null)
            .ToList();
        if (schema.Description is null && roots.TrueForAll(static root => root.Name == root.Operation.ToString()))
            return string.Empty;
        var lines = roots.Select(static root => $"  {root.Operation.ToString().ToLowerInvariant()}: {root.Name}\n");
        return $"{MemberPrinter.Description(schema.Description)}schema {{\n{string.Concat(lines)}}}";
    }

    private static string PrintDirective(DirectiveDefinition directive, MemberPrinter members) =>
        $"{MemberPrinter.Description(directive.Description)}directive @{directive.Name}{members.Arguments(directive.Arguments)}"
        + (directive.UnknownText is { } text ? $" {text}" : $"{MemberPrinter.Deprecated(directive)}{Locations(directive, members)}");

    private static string Locations(DirectiveDefinition directive, MemberPrinter members) =>
        $"{(directive.IsRepeatable ? " repeatable" : string.Empty)} on {string.Join(" | ", members.Names(directive.Locations))}";

    private static string PrintType(NamedType type, MemberPrinter members) => MemberPrinter.Description(type.Description) + type switch
    {
        ScalarType { SpecifiedByUrl: { } url } => $"scalar {type.Name} @specifiedBy(url: {StringPrinter.Quoted(url)})",
        ScalarType => $"scalar {type.Name}",
        ObjectType fields => $"type {type.Name}{Implements(fields, members)}{members.Fields(fields.Fields)}",
        InterfaceType fields => $"interface {type.Name}{Implements(fields, members)}{members.Fields(fields.Fields)}",
        UnionType { MemberTypes.Count: 0 } => $"union {type.Name}",
        UnionType union => $"union {type.Name} = {string.Join(" | ", members.Names(union.MemberTypes))}",
        EnumType values => $"enum {type.Name}{members.Values(values.Values)}",
        InputObjectType input => $"input {type.Name}{(input.IsOneOf ? " @oneOf" : string.Empty)}{members.InputFields(input.Fields)}",
        _ => string.Empty,
    };

    private static string Implements(FieldsType type, MemberPrinter members) =>
        type.Interfaces.Count == 0 ? string.Empty : $" implements {string.Join(" & ", members.Names(type.Interfaces))}";
}
