using Lathe.Language.Errors;
using Lathe.Language.Syntax;
using Lathe.Language.Validation.Walking;

namespace Lathe.Language.Validation.Rules;

/// <summary>A fragment that is spread is defined.</summary>
/// <remarks><see href="https://spec.graphql.org/September2025/#sec-Fragment-Spread-Target-Defined">Specification</see>.</remarks>
internal sealed class KnownFragmentNamesRule : IFragmentSpreadRule
{
    public static readonly ErrorDescriptor Descriptor =
        new("GQL1012", "KnownFragmentNames", "Fragment does not exist", ErrorSeverity.Error);

    public void EnterFragmentSpread(FragmentSpreadSyntax spread, ValidationContext context)
    {
        var name = spread.Name.Value;
        if (context.Documents.FindFragment(name) is not null || context.Lost.IsLost(name))
            return;
        var known = context.Documents.Fragments.Select(fragment => fragment.Name.Value).Concat(context.OtherFragments);
        context.Report(Descriptor, $"Unknown fragment \"{name}\".{context.Suggestions.For(name, known)}", spread.Name);
    }
}
