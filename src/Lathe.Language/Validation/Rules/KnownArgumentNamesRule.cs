using Lathe.Language.Errors;
using Lathe.Language.Syntax;
using Lathe.Language.TypeSystem;
using Lathe.Language.Validation.Types;
using Lathe.Language.Validation.Walking;

namespace Lathe.Language.Validation.Rules;

/// <summary>An argument is defined by its field, directive or fragment.</summary>
/// <remarks><see href="https://spec.graphql.org/September2025/#sec-Argument-Names">Specification</see>.</remarks>
internal sealed class KnownArgumentNamesRule : IFieldRule, IDirectiveRule, IFragmentSpreadRule
{
    public static readonly ErrorDescriptor Descriptor =
        new("GQL1021", "KnownArgumentNames", "Argument is not in the schema", ErrorSeverity.Error);

    public void EnterField(FieldSyntax field, ValidationContext context)
    {
        if (context.Field is not { } definition)
            return;
        for (var i = 0; i < field.Arguments.Count; i++)
        {
            if (InputTypes.Find(definition.Arguments, field.Arguments[i].Name.Value) is null)
                Report(field.Arguments[i], Names(definition.Arguments), $"field \"{context.ParentType!.Name}.{definition.Name}\"", context);
        }
    }

    public void EnterDirective(DirectiveSyntax directive, string location, ValidationContext context)
    {
        if (context.Directive is not { } definition)
            return;
        for (var i = 0; i < directive.Arguments.Count; i++)
        {
            if (InputTypes.Find(definition.Arguments, directive.Arguments[i].Name.Value) is null)
                Report(directive.Arguments[i], Names(definition.Arguments), $"directive \"@{definition.Name}\"", context);
        }
    }

    public void EnterFragmentSpread(FragmentSpreadSyntax spread, ValidationContext context)
    {
        if (spread.Arguments.Count == 0 || context.Documents.FindFragment(spread.Name.Value) is not { } fragment)
            return;
        foreach (var argument in spread.Arguments)
        {
            if (context.Documents.FindVariable(fragment, argument.Name.Value) is null)
                Report(
                    argument,
                    fragment.VariableDefinitions.Select(static one => one.Variable.Name.Value),
                    $"fragment \"{spread.Name.Value}\"",
                    context);
        }
    }

    private static IEnumerable<string> Names(IReadOnlyList<InputValueDefinition> definitions) => definitions.Select(static one => one.Name);

    private static void Report(ArgumentSyntax argument, IEnumerable<string> known, string owner, ValidationContext context)
    {
        var name = argument.Name.Value;
        var suggestion = context.Suggestions.For(name, known);
        context.Report(Descriptor, $"Unknown argument \"{name}\" on {owner}.{suggestion}", argument);
    }
}
