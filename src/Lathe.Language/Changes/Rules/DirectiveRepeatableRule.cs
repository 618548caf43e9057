using Lathe.Language.TypeSystem;

namespace Lathe.Language.Changes.Rules;

/// <summary>A directive may, or may no longer, be used more than once at a place.</summary>
internal sealed class DirectiveRepeatableRule : ChangeRule
{
    public override void CompareDirectives(ChangeContext context, MemberPair<DirectiveDefinition> pair)
    {
        if (pair is not { Old: { } old, New: { } @new } || old.IsRepeatable == @new.IsRepeatable)
            return;
        if (old.IsRepeatable)
            context.Breaking("DIRECTIVE_REPEATABLE_REMOVED", pair, $"Directive {pair.At} is no longer repeatable.");
        else
            context.Safe("DIRECTIVE_REPEATABLE_ADDED", pair, $"Directive {pair.At} became repeatable.");
    }
}
