using Lathe.Language.TypeSystem;

namespace Lathe.Language.Changes.Rules;

/// <summary>A value of an enum is new; who reads the enum may meet it.</summary>
internal sealed class EnumValueAddedRule : ChangeRule
{
    public override void CompareEnumValues(ChangeContext context, MemberPair<EnumValueDefinition> pair)
    {
        if (pair.Old is null)
            context.Dangerous("VALUE_ADDED_TO_ENUM", pair, $"Enum value {pair.At} was added.");
    }
}
