using Lathe.Language.TypeSystem;

namespace Lathe.Language.Changes.Rules;

/// <summary>An input object demands, or no longer demands, exactly one field (<c>@oneOf</c>).</summary>
internal sealed class OneOfRule : ChangeRule
{
    public override void CompareTypes(ChangeContext context, MemberPair<NamedType> pair)
    {
        if (pair is not { Old: InputObjectType old, New: InputObjectType @new } || old.IsOneOf == @new.IsOneOf)
            return;
        if (@new.IsOneOf)
            context.Breaking("ONE_OF_ADDED", pair, $"Input object {pair.At} now takes exactly one of its fields (@oneOf).");
        else
            context.Safe("ONE_OF_REMOVED", pair, $"Input object {pair.At} no longer takes exactly one of its fields (@oneOf).");
    }
}
