using Lathe.Language.Errors;
using Lathe.Language.Syntax;
using Lathe.Language.TypeSystem.Validation.Definitions;

namespace Lathe.Language.TypeSystem.Validation.Rules;

/// <summary>Directives applied in a schema have their required arguments (section 5.4.3).</summary>
internal sealed class ProvidedRequiredArgumentsOnDirectivesRule : ISchemaRule
{
    internal static readonly ErrorDescriptor Descriptor =
        new("GQL1064", "ProvidedRequiredArgumentsOnDirectives", "Required argument of a directive missing in the schema", ErrorSeverity.Error);

    public void Check(SchemaContext context)
    {
        foreach (var directive in DirectiveSite.FindAll(context).SelectMany(static site => site.Directives))
        {
            if (context.FindDirective(directive.Name.Value) is not { } definition)
                continue;
            foreach (var required in definition.Arguments)
            {
                if (required.IsRequired && !IsGiven(directive, required.Name))
                    Report(context, directive, required);
            }
        }
    }

    private static bool IsGiven(DirectiveSyntax directive, string name) => directive.Arguments.Any(argument => argument.Name.Value == name);

    private static void Report(SchemaContext context, DirectiveSyntax directive, InputValueDefinition required) => context.Report(
        Descriptor,
        $"Argument \"@{directive.Name.Value}({required.Name}:)\" of type \"{required.Type}\" is required, but it was not provided.",
        directive);
}
