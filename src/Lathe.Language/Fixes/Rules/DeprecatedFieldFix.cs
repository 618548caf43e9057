using Lathe.Language.Errors;
using Lathe.Language.Syntax;
using Lathe.Language.TypeSystem;
using Lathe.Language.Validation.Rules;
using Lathe.Language.Validation.Types;

namespace Lathe.Language.Fixes.Rules;

/// <summary>Puts the field that the reason of a deprecation names in the place of the deprecated one, where it is of the same type.</summary>
internal sealed class DeprecatedFieldFix : IFixRule
{
    private static readonly char[] s_quotes =
    [
        '`', '\'', '"', '.', ',', ';', ':', '(', ')', '!', '[', ']', '*', '\u201c', '\u201d', '\u2018', '\u2019',
    ];

    public IReadOnlyList<string> Ids { get; } = [DeprecatedFieldRule.Descriptor.Id];

    public int Phase => 0;

    public IEnumerable<Fix> Propose(LanguageError error, FixContext context)
    {
        if (FieldPlace.Find(error.Locations[0], context) is not { Parent: FieldsType parent, Definition: var old } place
            || old.DeprecationReason is not { } reason)
            yield break;
        var name = place.Field.Name;
        foreach (var field in Named(reason, parent).Where(field => Fits(field, old, place.Field)))
        {
            var edit = TextEdit.Replace(name.Source, name.Span.Start, name.Span.End, field.Name);
            yield return new Fix($"Replace the deprecated {old.Name} by {field.Name}", [edit]);
        }
    }

    // A reason is prose: "Use `name` instead.", "Renamed to Machine.name".
    private static IEnumerable<FieldDefinition> Named(string reason, FieldsType parent) => reason
        .Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)
        .Select(word => word.Trim(s_quotes))
        .Select(word => word.StartsWith(parent.Name + ".", StringComparison.Ordinal) ? word.Substring(parent.Name.Length + 1) : word)
        .Distinct(StringComparer.Ordinal)
        .Select(parent.FindField)
        .OfType<FieldDefinition>();

    private static bool Fits(FieldDefinition field, FieldDefinition old, FieldSyntax syntax) => field.DeprecationReason is null
        && field.Type.Nullable.ToString() == old.Type.Nullable.ToString()
        && syntax.Arguments.All(argument => InputTypes.Find(field.Arguments, argument.Name.Value) is not null)
        && field.Arguments.All(argument => !argument.IsRequired || syntax.Arguments.Any(given => given.Name.Value == argument.Name));
}
