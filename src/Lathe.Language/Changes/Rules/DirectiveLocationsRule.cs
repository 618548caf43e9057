using Lathe.Language.TypeSystem;

namespace Lathe.Language.Changes.Rules;

/// <summary>The places where a directive may be used changed.</summary>
internal sealed class DirectiveLocationsRule : ChangeRule
{
    public override void CompareDirectives(ChangeContext context, MemberPair<DirectiveDefinition> pair)
    {
        if (pair is not { Old: { } old, New: { } @new })
            return;
        foreach (var location in old.Locations.Except(@new.Locations, StringComparer.Ordinal))
            context.Breaking("DIRECTIVE_LOCATION_REMOVED", pair, $"Directive {pair.At} may no longer be used on {location}.", location);
        foreach (var location in @new.Locations.Except(old.Locations, StringComparer.Ordinal))
            context.Safe("DIRECTIVE_LOCATION_ADDED", pair, $"Directive {pair.At} may now be used on {location}.", location);
    }
}
