using Lathe.Language.TypeSystem;

namespace Lathe.Language.Changes.Rules;

/// <summary>The members of a union changed.</summary>
internal sealed class UnionMembersRule : ChangeRule
{
    public override void CompareTypes(ChangeContext context, MemberPair<NamedType> pair)
    {
        if (pair is not { Old: UnionType old, New: UnionType @new })
            return;
        foreach (var member in old.MemberTypes.Except(@new.MemberTypes, StringComparer.Ordinal))
            context.Breaking("TYPE_REMOVED_FROM_UNION", pair, $"{member} was removed from the union {pair.At}.", member);
        foreach (var member in @new.MemberTypes.Except(old.MemberTypes, StringComparer.Ordinal))
            context.Dangerous("TYPE_ADDED_TO_UNION", pair, $"{member} was added to the union {pair.At}.", member);
    }
}
