using Lathe.Language.Errors;
using Lathe.Language.Syntax;
using Lathe.Language.TypeSystem;
using Lathe.Language.Validation.Types;
using Lathe.Language.Validation.Walking;

namespace Lathe.Language.Validation.Rules;

/// <summary>An argument is defined by its field or directive.</summary>
/// <remarks><see href="https://spec.graphql.org/September2025/#sec-Argument-Names">Specification</see>.</remarks>
internal sealed class KnownArgumentNamesRule : IFieldRule, IDirectiveRule
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
                Report(field.Arguments[i], definition.Arguments, $"field \"{context.ParentType!.Name}.{definition.Name}\"", context);
        }
    }

    public void EnterDirective(DirectiveSyntax directive, string location, ValidationContext context)
    {
        if (context.Directive is not { } definition)
            return;
        for (var i = 0; i < directive.Arguments.Count; i++)
        {
            if (InputTypes.Find(definition.Arguments, directive.Arguments[i].Name.Value) is null)
                Report(directive.Arguments[i], definition.Arguments, $"directive \"@{definition.Name}\"", context);
        }
    }

    private static void Report(ArgumentSyntax argument, IReadOnlyList<InputValueDefinition> known, string owner, ValidationContext context)
    {
        var name = argument.Name.Value;
        var suggestion = context.Suggestions.For(name, known.Select(definition => definition.Name));
        context.Report(Descriptor, $"Unknown argument \"{name}\" on {owner}.{suggestion}", argument);
    }
}
