using Lathe.Language.TypeSystem;

namespace Lathe.Language.Changes.Rules;

/// <summary>A directive is no longer there.</summary>
internal sealed class DirectiveRemovedRule : ChangeRule
{
    public override void CompareDirectives(ChangeContext context, MemberPair<DirectiveDefinition> pair)
    {
        if (pair.New is null)
            context.Breaking("DIRECTIVE_REMOVED", pair, $"Directive {pair.At} was removed.");
    }
}
