using Lathe.Language.Syntax;

namespace Lathe.Language.TypeSystem.Validation.Definitions;

/// <summary>The fields of an input object's literal against those of its type. Neither is walked for each of the other: both may be many.</summary>
internal static class LiteralFields
{
    /// <summary>Finds the fields of a type that a literal gives, and some of those that it leaves out, in the order of the type.</summary>
    /// <param name="type">The input object type.</param>
    /// <param name="literal">The literal, or null for one without fields.</param>
    /// <param name="others">The places in the type of fields that matter also when the literal leaves them out.</param>
    internal static IEnumerable<(InputValueDefinitionSyntax Field, ValueSyntax? Given)> Of(
        TypeShape type, ObjectValueSyntax? literal, IReadOnlyList<int> others)
    {
        // The last definition of a name counts, as in the reference.
        var given = new SortedDictionary<int, ValueSyntax?>();
        foreach (var place in others)
            given[place] = null;
        foreach (var entry in literal?.Fields ?? [])
        {
            if (type.InputFieldPlaces.TryGetValue(entry.Name.Value, out var place))
                given[place] = entry.Value;
        }

        return given.Select(one => (type.InputFields[one.Key], one.Value));
    }
}
