using Lathe.Language.Errors;
using Lathe.Language.Syntax;
using Lathe.Language.TypeSystem.Values;
using Lathe.Language.Validation.Types;
using Lathe.Language.Validation.Walking;

namespace Lathe.Language.Validation.Rules;

/// <summary>A type that is named exists.</summary>
/// <remarks><see href="https://spec.graphql.org/September2025/#sec-Fragment-Spread-Type-Existence">Specification</see>.</remarks>
internal sealed class KnownTypeNamesRule : IDefinitionRule, IVariableDefinitionRule, IFragmentDefinitionRule, IInlineFragmentRule
{
    public static readonly ErrorDescriptor Descriptor =
        new("GQL1007", "KnownTypeNames", "Type is not in the schema", ErrorSeverity.Error);

    private BuiltInScalars? _scalars;
    private HashSet<string>? _defined;

    // Type definitions do not belong here, which another rule says; what they define is known nevertheless.
    public void EnterDefinition(DefinitionSyntax definition, ValidationContext context)
    {
        if (definition is not TypeSystemDefinitionSyntax typeSystem)
            return;
        foreach (var type in TypeSystemNames.Of(typeSystem))
        {
            if (type.Name.Value is not ("Int" or "Float" or "ID"))
                Check(type, context);
        }
    }

    public void EnterVariableDefinition(VariableDefinitionSyntax variable, ValidationContext context) =>
        Check(TypeSystemNames.Of(variable.Type), context);

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
        if (context.Schema.HasType(name) && !_scalars.IsMissing(name))
            return;
        _defined ??= FindDefined(context);
        if (_defined.Contains(name))
            return;

        // A built-in scalar that the schema does not use is known by name, but is not suggested.
        var known = context.Schema.TypeNames.Concat(_defined).Where(candidate => candidate != name);
        context.Report(Descriptor, $"Unknown type \"{name}\".{context.Suggestions.For(name, known)}", type);
    }

    private static HashSet<string> FindDefined(ValidationContext context)
    {
        var defined = new HashSet<string>(StringComparer.Ordinal);
        foreach (var document in context.Documents.Documents)
        {
            foreach (var definition in document.Definitions)
            {
                if (definition is TypeDefinitionSyntax { IsExtension: false } type)
                    defined.Add(type.Name.Value);
            }
        }

        return defined;
    }
}
