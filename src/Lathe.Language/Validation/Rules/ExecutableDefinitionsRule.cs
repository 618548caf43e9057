using Lathe.Language.Errors;
using Lathe.Language.Syntax;
using Lathe.Language.Validation.Walking;

namespace Lathe.Language.Validation.Rules;

/// <summary>A document holds operations and fragments only.</summary>
/// <remarks><see href="https://spec.graphql.org/September2025/#sec-Executable-Definitions">Specification</see>.</remarks>
internal sealed class ExecutableDefinitionsRule : IDefinitionRule
{
    public static readonly ErrorDescriptor Descriptor =
        new("GQL1002", "ExecutableDefinitions", "Not an executable definition", ErrorSeverity.Error);

    public void EnterDefinition(DefinitionSyntax definition, ValidationContext context)
    {
        if (definition is not TypeSystemDefinitionSyntax)
            return;
        var name = definition switch
        {
            TypeDefinitionSyntax type => $"\"{type.Name.Value}\"",
            DirectiveDefinitionSyntax directive => $"\"{directive.Name.Value}\"",
            _ => "schema",
        };
        context.Report(Descriptor, $"The {name} definition is not executable.", definition);
    }
}
