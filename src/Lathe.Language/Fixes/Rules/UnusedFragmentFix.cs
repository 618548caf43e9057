using Lathe.Language.Errors;
using Lathe.Language.Syntax;
using Lathe.Language.Validation.Rules;

namespace Lathe.Language.Fixes.Rules;

/// <summary>Removes a fragment that no operation uses.</summary>
internal sealed class UnusedFragmentFix : IFixRule
{
    public IReadOnlyList<string> Ids { get; } = [NoUnusedFragmentsRule.Descriptor.Id, UnusedFragmentRule.Descriptor.Id];

    public int Phase => 2;

    public IEnumerable<Fix> Propose(LanguageError error, FixContext context)
    {
        if (context.DefinitionAt(error.Locations[0]) is FragmentDefinitionSyntax fragment)
            yield return new Fix($"Remove the unused fragment {fragment.Name.Value}", [Removal.OfDefinition(fragment)]);
    }
}
