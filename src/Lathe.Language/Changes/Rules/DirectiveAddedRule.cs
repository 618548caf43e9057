using Lathe.Language.TypeSystem;

namespace Lathe.Language.Changes.Rules;

/// <summary>A directive is new.</summary>
internal sealed class DirectiveAddedRule : ChangeRule
{
    public override void CompareDirectives(ChangeContext context, MemberPair<DirectiveDefinition> pair)
    {
        if (pair.Old is null)
            context.Safe("DIRECTIVE_ADDED", pair, $"Directive {pair.At} was added.");
    }
}
