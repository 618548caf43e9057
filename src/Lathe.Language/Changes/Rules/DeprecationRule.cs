using Lathe.Language.TypeSystem;

namespace Lathe.Language.Changes.Rules;

/// <summary>Something was deprecated, is no longer, or for another reason.</summary>
internal sealed class DeprecationRule : ChangeRule
{
    public override void CompareFields(ChangeContext context, MemberPair<FieldDefinition> pair) => Compare(context, pair);

    public override void CompareInputs(ChangeContext context, MemberPair<InputValueDefinition> pair) => Compare(context, pair);

    public override void CompareEnumValues(ChangeContext context, MemberPair<EnumValueDefinition> pair) => Compare(context, pair);

    public override void CompareDirectives(ChangeContext context, MemberPair<DirectiveDefinition> pair) => Compare(context, pair);

    private static void Compare<T>(ChangeContext context, MemberPair<T> pair)
        where T : DeprecatableMember
    {
        if (pair is not { Old: { } old, New: { } @new } || old.DeprecationReason == @new.DeprecationReason)
            return;
        if (old.DeprecationReason is null)
            context.Safe("DEPRECATION_ADDED", pair, $"{pair.At} was deprecated: {OneLine(@new.DeprecationReason!)}");
        else if (@new.DeprecationReason is null)
            context.Safe("DEPRECATION_REMOVED", pair, $"{pair.At} is no longer deprecated.");
        else
            context.Safe("DEPRECATION_REASON_CHANGED", pair, $"{pair.At} is deprecated for another reason: {OneLine(@new.DeprecationReason)}");
    }

    private static string OneLine(string text) => string.Join(" ", text.Split(['\r', '\n'], StringSplitOptions.RemoveEmptyEntries));
}
