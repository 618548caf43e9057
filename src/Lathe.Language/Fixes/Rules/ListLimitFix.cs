using Lathe.Language.Advice;
using Lathe.Language.Errors;
using Lathe.Language.TypeSystem;

namespace Lathe.Language.Fixes.Rules;

/// <summary>Bounds a list, with a number: a variable that may be null would bound nothing.</summary>
internal sealed class ListLimitFix : IFixRule
{
    private const string Limit = "100";

    public IReadOnlyList<string> Ids { get; } = [ListLimitAdvice.ListWithoutLimit.Id];

    public int Phase => 1;

    public IEnumerable<Fix> Propose(LanguageError error, FixContext context)
    {
        if (FieldPlace.Find(error.Locations[0], context) is not { } place
            || ListLimitAdvice.MissingLimit(place.Field, place.Definition) is not { } argument
            || !TakesNumber(place.Definition, argument))
            yield break;

        // One that is given as null takes the number.
        var edit = place.Field.Arguments.FirstOrDefault(one => one.Name.Value == argument) is { Value: var value }
            ? TextEdit.Replace(value.Source, value.Span.Start, value.Span.End, Limit)
            : Addition.Argument(place.Field.Arguments, place.Field.Name, $"{argument}: {Limit}");
        yield return new Fix($"Add {argument}: {Limit}", [edit]);
    }

    private static bool TakesNumber(FieldDefinition field, string argument) =>
        field.Arguments.First(one => one.Name == argument).Type.Nullable.ToString() == "Int";
}
