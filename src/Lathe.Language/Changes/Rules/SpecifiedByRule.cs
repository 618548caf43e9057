using Lathe.Language.TypeSystem;

namespace Lathe.Language.Changes.Rules;

/// <summary>The specification that a scalar names is another: its values may have another form.</summary>
internal sealed class SpecifiedByRule : ChangeRule
{
    public override void CompareTypes(ChangeContext context, MemberPair<NamedType> pair)
    {
        if (pair is not { Old: ScalarType old, New: ScalarType @new } || old.SpecifiedByUrl == @new.SpecifiedByUrl)
            return;
        if (old.SpecifiedByUrl is null)
            context.Safe("SPECIFIED_BY_ADDED", pair, $"Scalar {pair.At} is now specified by {@new.SpecifiedByUrl}.");
        else if (@new.SpecifiedByUrl is null)
            context.Dangerous("SPECIFIED_BY_REMOVED", pair, $"Scalar {pair.At} is no longer specified by {old.SpecifiedByUrl}.");
        else
            context.Dangerous(
                "SPECIFIED_BY_CHANGED", pair, $"Scalar {pair.At} changed its specification from {old.SpecifiedByUrl} to {@new.SpecifiedByUrl}.");
    }
}
