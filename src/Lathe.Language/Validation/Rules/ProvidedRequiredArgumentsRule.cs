using Lathe.Language.Errors;
using Lathe.Language.Syntax;
using Lathe.Language.TypeSystem;
using Lathe.Language.Validation.Walking;

namespace Lathe.Language.Validation.Rules;

/// <summary>Arguments that are not null and have no default are given.</summary>
/// <remarks><see href="https://spec.graphql.org/September2025/#sec-Required-Arguments">Specification</see>.</remarks>
internal sealed class ProvidedRequiredArgumentsRule : IFieldRule, IDirectiveRule
{
    public static readonly ErrorDescriptor Descriptor =
        new("GQL1024", "ProvidedRequiredArguments", "A required argument is missing", ErrorSeverity.Error);

    public void EnterField(FieldSyntax field, ValidationContext context)
    {
        if (context.Field is not { } definition)
            return;
        for (var i = 0; i < definition.Arguments.Count; i++)
        {
            var argument = definition.Arguments[i];
            if (argument.IsRequired && !IsProvided(field.Arguments, argument.Name))
                Report($"Field \"{definition.Name}\"", argument, field, context);
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
                Report($"Directive \"@{definition.Name}\"", argument, directive, context);
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

    private static void Report(string owner, InputValueDefinition argument, SyntaxNode node, ValidationContext context) =>
        context.Report(Descriptor, $"{owner} argument \"{argument.Name}\" of type \"{argument.Type}\" is required, but it was not provided.", node);
}
