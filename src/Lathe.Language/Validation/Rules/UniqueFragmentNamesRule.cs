using Lathe.Language.Errors;
using Lathe.Language.Syntax;
using Lathe.Language.Validation.Walking;

namespace Lathe.Language.Validation.Rules;

/// <summary>Fragments of one project have different names.</summary>
/// <remarks><see href="https://spec.graphql.org/September2025/#sec-Fragment-Name-Uniqueness">Specification</see>.</remarks>
internal sealed class UniqueFragmentNamesRule : IFragmentDefinitionRule
{
    public static readonly ErrorDescriptor Descriptor =
        new("GQL1011", "UniqueFragmentNames", "Two fragments have one name", ErrorSeverity.Error);

    private readonly Dictionary<string, NameSyntax> _known = new(StringComparer.Ordinal);

    public void EnterFragmentDefinition(FragmentDefinitionSyntax fragment, ValidationContext context)
    {
        var name = fragment.Name;
        if (_known.TryGetValue(name.Value, out var first))
            context.Report(Descriptor, $"There can be only one fragment named \"{name.Value}\".{Duplicates.Elsewhere(first, name)}", [first, name]);
        else
            _known.Add(name.Value, name);
    }
}
