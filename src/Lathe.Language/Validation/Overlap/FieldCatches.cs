using Lathe.Language.Syntax;
using Lathe.Language.TypeSystem;
using Lathe.Language.Validation.Walking;

namespace Lathe.Language.Validation.Overlap;

/// <summary>
/// Tells what becomes of the errors of a definition's fields, as far as the document itself says: fields that are merged must have that in common.
/// </summary>
internal sealed class FieldCatches(Schema schema, ErrorHandling byDefault)
{
    /// <summary>Finds the selection sets of definitions that say what becomes of errors by default.</summary>
    public static Dictionary<SelectionSetSyntax, FieldCatches> OfLevels(ValidationContext context)
    {
        var result = new Dictionary<SelectionSetSyntax, FieldCatches>();
        foreach (var facts in context.Facts)
        {
            if (facts.Definition.Directives.Count == 0
                || CatchDirectives.OwnDefaultOf(context.Schema, facts.Definition) is not (not ErrorHandling.None and var own))
                continue;
            var catches = new FieldCatches(context.Schema, own);
            foreach (var (set, _) in facts.Levels)
                result[set] = catches;
        }

        return result;
    }

    /// <summary>Gets what becomes of a field's errors at each level, as one text; empty where the document says nothing.</summary>
    public string Of(FieldSyntax field, FieldDefinition? definition)
    {
        if (definition is null || (byDefault == ErrorHandling.None && field.Directives.Count == 0))
            return "";
        var errors = FieldErrors.Of(schema, field, definition, definition.Type, byDefault, nullsEverywhere: false);
        return string.Concat(errors.Select(static one => $"@{one}"));
    }
}
