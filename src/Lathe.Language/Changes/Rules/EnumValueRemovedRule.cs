using Lathe.Language.TypeSystem;

namespace Lathe.Language.Changes.Rules;

/// <summary>A value of an enum is no longer there.</summary>
internal sealed class EnumValueRemovedRule : ChangeRule
{
    public override void CompareEnumValues(ChangeContext context, MemberPair<EnumValueDefinition> pair)
    {
        if (pair.New is null)
            context.Breaking("VALUE_REMOVED_FROM_ENUM", pair, $"Enum value {pair.At} was removed.");
    }
}
