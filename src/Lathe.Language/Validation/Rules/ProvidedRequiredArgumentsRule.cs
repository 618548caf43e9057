using Lathe.Language.Errors;
using Lathe.Language.Syntax;
using Lathe.Language.TypeSystem;
using Lathe.Language.Validation.Types;
using Lathe.Language.Validation.Walking;

namespace Lathe.Language.Validation.Rules;

/// <summary>Arguments that are not null and have no default are given.</summary>
/// <remarks><see href="https://spec.graphql.org/September2025/#sec-Required-Arguments">Specification</see>.</remarks>
internal sealed class ProvidedRequiredArgumentsRule : IFieldRule, IDirectiveRule, IFragmentSpreadRule
{
    public static readonly ErrorDescriptor Descriptor =
        new("GQL1024", "ProvidedRequiredArguments", "A required argument is missing", ErrorSeverity.Error);

    // Spreads times variables can be far more than the length of the document.
    private int _ofFragments;

    public void EnterField(FieldSyntax field, ValidationContext context)
    {
        if (context.Field is not { } definition)
            return;
        for (var i = 0; i < definition.Arguments.Count; i++)
        {
            var argument = definition.Arguments[i];
            if (argument.IsRequired && !IsProvided(field.Arguments, argument.Name))
                Report($"Field \"{definition.Name}\"", argument.Name, argument.Type, field, context);
        }
    }

    public void EnterDirective(DirectiveSyntax directive, string location, ValidationContext context)
    {
        if (context.Directive is not { } definition)
            return;
        for (var i = 0; i < definition.Arguments.Count; i++)
        {
            var argument = definition.Arguments[i];
            if (argument.IsRequired && !IsProvided(directive.Arguments, argument.Name))
                Report($"Directive \"@{definition.Name}\"", argument.Name, argument.Type, directive, context);
        }
    }

    public void EnterFragmentSpread(FragmentSpreadSyntax spread, ValidationContext context)
    {
        if (context.Documents.FindFragment(spread.Name.Value) is not { VariableDefinitions.Count: > 0 } fragment
            || _ofFragments >= ErrorBounds.ErrorsOfARule)
            return;
        var provided = new HashSet<string>(spread.Arguments.Select(static argument => argument.Name.Value), StringComparer.Ordinal);
        foreach (var variable in fragment.VariableDefinitions)
        {
            if (variable is { Type: NonNullTypeSyntax, DefaultValue: null } && !provided.Contains(variable.Variable.Name.Value)
                && _ofFragments++ < ErrorBounds.ErrorsOfARule)
                Report($"Fragment \"{fragment.Name.Value}\"", variable.Variable.Name.Value, InputTypes.Reference(variable.Type), spread, context);
        }
    }

    private static bool IsProvided(IReadOnlyList<ArgumentSyntax> arguments, string name)
    {
        for (var i = 0; i < arguments.Count; i++)
        {
            if (arguments[i].Name.Value == name)
                return true;
        }

        return false;
    }

    private static void Report(string owner, string argument, TypeReference type, SyntaxNode node, ValidationContext context) =>
        context.Report(Descriptor, $"{owner} argument \"{argument}\" of type \"{type}\" is required, but it was not provided.", node);
}
