using Lathe.Language.TypeSystem;

namespace Lathe.Language.Changes.Rules;

/// <summary>A field of an object or interface type is no longer there.</summary>
internal sealed class FieldRemovedRule : ChangeRule
{
    public override void CompareFields(ChangeContext context, MemberPair<FieldDefinition> pair)
    {
        if (pair is not { Old: { } old, New: null })
            return;
        var reason = old.DeprecationReason is { } text ? $" It was deprecated: {OneLine(text)}" : string.Empty;
        context.Breaking("FIELD_REMOVED", pair, $"Field {pair.At} was removed.{reason}");
    }

    private static string OneLine(string text) => string.Join(" ", text.Split(['\r', '\n'], StringSplitOptions.RemoveEmptyEntries));
}
