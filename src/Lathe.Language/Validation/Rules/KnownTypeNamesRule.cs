using Lathe.Language.Errors;
using Lathe.Language.Syntax;

namespace Lathe.Language.Validation.Rules;

/// <summary>A type that is named exists.</summary>
/// <remarks><see href="https://spec.graphql.org/September2025/#sec-Fragment-Spread-Type-Existence">Specification</see>.</remarks>
internal sealed class KnownTypeNamesRule : IVariableDefinitionRule, IFragmentDefinitionRule, IInlineFragmentRule
{
    public static readonly ErrorDescriptor Descriptor =
        new("GQL1007", "KnownTypeNames", "Type is not in the schema", ErrorSeverity.Error);

    private BuiltInScalars? _scalars;

    public void EnterVariableDefinition(VariableDefinitionSyntax variable, ValidationContext context)
    {
        var type = variable.Type;
        while (type is not NamedTypeSyntax)
            type = type is NonNullTypeSyntax nonNull ? nonNull.NullableType : ((ListTypeSyntax)type).ItemType;
        Check((NamedTypeSyntax)type, context);
    }

    public void EnterFragmentDefinition(FragmentDefinitionSyntax fragment, ValidationContext context) =>
        Check(fragment.TypeCondition, context);

    public void EnterInlineFragment(InlineFragmentSyntax fragment, ValidationContext context)
    {
        if (fragment.TypeCondition is { } condition)
            Check(condition, context);
    }

    private void Check(NamedTypeSyntax type, ValidationContext context)
    {
        var name = type.Name.Value;
        _scalars ??= new BuiltInScalars(context.Schema);
        if (!context.Schema.HasType(name) || _scalars.IsMissing(name))
            context.Report(Descriptor, $"Unknown type \"{name}\".{context.Suggestions.For(name, context.Schema.TypeNames)}", type);
    }
}
