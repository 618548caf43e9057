using Lathe.Language.Errors;
using Lathe.Language.Syntax;
using Lathe.Language.Validation.Walking;

namespace Lathe.Language.Validation.Rules;

/// <summary>A fragment is on an object, interface or union type.</summary>
/// <remarks><see href="https://spec.graphql.org/September2025/#sec-Fragments-On-Composite-Types">Specification</see>.</remarks>
internal sealed class FragmentsOnCompositeTypesRule : IFragmentDefinitionRule, IInlineFragmentRule
{
    public static readonly ErrorDescriptor Descriptor =
        new("GQL1008", "FragmentsOnCompositeTypes", "Fragment on a type without fields", ErrorSeverity.Error);

    public void EnterFragmentDefinition(FragmentDefinitionSyntax fragment, ValidationContext context) =>
        Check(fragment.TypeCondition, $"Fragment \"{fragment.Name.Value}\"", context);

    public void EnterInlineFragment(InlineFragmentSyntax fragment, ValidationContext context)
    {
        if (fragment.TypeCondition is { } condition)
            Check(condition, "Fragment", context);
    }

    private static void Check(NamedTypeSyntax condition, string fragment, ValidationContext context)
    {
        if (context.Schema.FindType(condition.Name.Value) is { IsComposite: false } type)
            context.Report(Descriptor, $"{fragment} cannot condition on non composite type \"{type.Name}\".", condition);
    }
}
