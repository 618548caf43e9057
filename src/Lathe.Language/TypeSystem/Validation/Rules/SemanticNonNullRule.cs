using Lathe.Language.Errors;
using Lathe.Language.Syntax;
using Lathe.Language.TypeSystem.Validation.Definitions;

namespace Lathe.Language.TypeSystem.Validation.Rules;

/// <summary>
/// What <c>@semanticNonNull</c> and <c>@semanticNonNullField</c> name is there: the field, and the levels of its lists. Not of the specification of
/// GraphQL.
/// </summary>
/// <remarks><see href="https://specs.apollo.dev/nullability/v0.4">Nullability specification</see>.</remarks>
internal sealed class SemanticNonNullRule : ISchemaRule
{
    internal static readonly ErrorDescriptor Descriptor =
        new("GQL1116", "SemanticNonNull", "Semantic non-null of what is not there", ErrorSeverity.Error);

    public void Check(SchemaContext context)
    {
        foreach (var type in context.DefinitionsOf<FieldsTypeDefinitionSyntax>().ToLookup(static part => part.Name.Value, StringComparer.Ordinal))
        {
            var fields = type.SelectMany(static part => part.Fields).ToLookup(static field => field.Name.Value, StringComparer.Ordinal);
            foreach (var field in fields)
                CheckField(context, field.First());
            foreach (var directive in type.SelectMany(static part => part.Directives))
                CheckType(context, type.Key, directive, fields);
        }
    }

    private static void CheckField(SchemaContext context, FieldDefinitionSyntax field)
    {
        if (KnownDirectives.Find(field.Directives, SemanticNonNull.OfField) is { } directive)
            CheckLevels(context, directive, field);
    }

    private static void CheckType(
        SchemaContext context, string type, DirectiveSyntax directive, ILookup<string, FieldDefinitionSyntax> fields)
    {
        if (directive.Name.Value != SemanticNonNull.OfType || SemanticNonNull.FieldName(directive) is not { } name || context.IsFull())
            return;
        if (fields[name].FirstOrDefault() is { } field)
        {
            CheckLevels(context, directive, field);
            return;
        }

        var suggestion = context.Suggestions.For(name, fields.Select(static one => one.Key));
        context.Report(Descriptor, $"Type \"{type}\" has no field \"{name}\" that could be semantically non-null.{suggestion}", directive);
    }

    private static void CheckLevels(SchemaContext context, DirectiveSyntax directive, FieldDefinitionSyntax field)
    {
        var type = TypeReferences.From(field.Type);
        var highest = CatchDirectives.Dimension(type);
        if (context.IsFull() || CatchDirectives.Levels(directive).All(level => level >= 0 && level <= highest))
            return;
        context.Report(
            Descriptor,
            $"Levels of @{directive.Name.Value} for field \"{field.Name.Value}\" of type \"{type}\" are "
                + $"{(highest == 0 ? "[0] alone" : $"0 to {highest}")}.",
            directive);
    }
}
