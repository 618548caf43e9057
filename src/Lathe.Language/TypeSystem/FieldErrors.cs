using Lathe.Language.Syntax;

namespace Lathe.Language.TypeSystem;

/// <summary>What becomes of errors at the places of a field: at the field itself, and in each of its lists.</summary>
internal static class FieldErrors
{
    /// <summary>Gets what becomes of an error at each level of a field.</summary>
    /// <param name="schema">The schema.</param>
    /// <param name="field">The field as it is selected.</param>
    /// <param name="definition">Its definition.</param>
    /// <param name="type">Its type as the client has it: semantic non-null applied.</param>
    /// <param name="byDefault">What becomes of errors where the field says nothing.</param>
    /// <param name="nullsEverywhere">Whether an error leaves null where the schema says non-null (<c>onError: NULL</c>).</param>
    /// <returns>One item a level, or nothing where all is as without errors.</returns>
    public static IReadOnlyList<ErrorHandling> Of(
        Schema schema, FieldSyntax field, FieldDefinition definition, TypeReference type, ErrorHandling byDefault, bool nullsEverywhere)
    {
        var directive = CatchDirectives.Find(schema, field);
        if (directive is null && byDefault == ErrorHandling.None && !nullsEverywhere && ReferenceEquals(type, definition.Type))
            return [];
        var own = directive is null ? [] : CatchDirectives.Levels(directive);
        var result = new List<ErrorHandling>();
        var (sent, known) = (definition.Type, type);
        while (true)
        {
            var mayBeNull = !sent.IsNonNull || (nullsEverywhere && !IsMeta(definition));
            result.Add(own.Contains(result.Count) ? CatchDirectives.To(directive!)
                : !mayBeNull ? ErrorHandling.None
                : byDefault != ErrorHandling.None ? byDefault
                : known.IsNonNull ? ErrorHandling.Throw
                : ErrorHandling.None);
            if (sent.Nullable is not ListTypeReference sentList || known.Nullable is not ListTypeReference knownList)
                break;
            (sent, known) = (sentList.ItemType, knownList.ItemType);
        }

        return result.TrueForAll(static one => one == ErrorHandling.None) ? [] : result;
    }

    // No error leaves the name of a type null.
    private static bool IsMeta(FieldDefinition definition) => ReferenceEquals(definition, MetaFields.TypeName);
}
