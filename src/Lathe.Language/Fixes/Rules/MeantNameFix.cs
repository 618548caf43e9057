using Lathe.Language.Errors;
using Lathe.Language.Validation.Rules;

namespace Lathe.Language.Fixes.Rules;

/// <summary>Puts a name that was meant in the place of a misspelt one: of a field, argument, type, enum value, fragment or directive.</summary>
internal sealed class MeantNameFix : IFixRule
{
    public IReadOnlyList<string> Ids { get; } =
    [
        FieldsOnCorrectTypeRule.Descriptor.Id,
        KnownTypeNamesRule.Descriptor.Id,
        KnownFragmentNamesRule.Descriptor.Id,
        KnownDirectivesRule.Descriptor.Id,
        KnownArgumentNamesRule.Descriptor.Id,
        ValuesOfCorrectTypeRule.Descriptor.Id,
    ];

    public int Phase => 0;

    public IEnumerable<Fix> Propose(LanguageError error, FixContext context)
    {
        var place = error.Locations[0];
        var (text, end) = (place.Source.Text, place.Span.End);
        var start = end;
        while (start > place.Span.Start && SourceLines.IsNamePart(text[start - 1]))
            start--;

        // A string in the place of an enum value.
        if (start == end)
            start = place.Span.Start;
        var old = text.Substring(start, end - start);
        var distance = new EditDistance(old.Trim('"'));
        foreach (var meant in Suggestions.NamesIn(error.Message))
        {
            var name = meant.TrimStart('@');
            var edit = TextEdit.Replace(place.Source, start, end, name);
            yield return new Fix($"Change {ShownName.Of(old)} to {name}", [edit], distance.To(name) ?? int.MaxValue);
        }
    }
}
