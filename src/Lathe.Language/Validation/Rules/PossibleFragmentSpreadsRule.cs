using Lathe.Language.Errors;
using Lathe.Language.Syntax;
using Lathe.Language.Validation.Walking;

namespace Lathe.Language.Validation.Rules;

/// <summary>A fragment is spread where its type is possible.</summary>
/// <remarks><see href="https://spec.graphql.org/September2025/#sec-Fragment-Spread-Is-Possible">Specification</see>.</remarks>
internal sealed class PossibleFragmentSpreadsRule : IFragmentSpreadRule, IInlineFragmentRule
{
    public static readonly ErrorDescriptor Descriptor =
        new("GQL1014", "PossibleFragmentSpreads", "Fragment can never apply", ErrorSeverity.Error);

    public void EnterFragmentSpread(FragmentSpreadSyntax spread, ValidationContext context)
    {
        if (context.Documents.FindFragment(spread.Name.Value) is { } fragment)
            Check(fragment.TypeCondition, $"Fragment \"{spread.Name.Value}\"", spread, context);
    }

    public void EnterInlineFragment(InlineFragmentSyntax fragment, ValidationContext context)
    {
        if (fragment.TypeCondition is { } condition)
            Check(condition, "Fragment", fragment, context);
    }

    private static void Check(NamedTypeSyntax condition, string fragment, SyntaxNode node, ValidationContext context)
    {
        if (context.ParentType is not { } parent || context.Schema.FindType(condition.Name.Value) is not { IsComposite: true } type)
            return;
        if (!context.Overlaps.Exists(type, parent))
            context.Report(
                Descriptor, $"{fragment} cannot be spread here as objects of type \"{parent.Name}\" can never be of type \"{type.Name}\".", node);
    }
}
