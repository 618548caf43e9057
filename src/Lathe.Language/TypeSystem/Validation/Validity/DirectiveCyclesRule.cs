using Lathe.Language.Errors;
using Lathe.Language.Syntax;
using Lathe.Language.TypeSystem.Validation.Definitions;

namespace Lathe.Language.TypeSystem.Validation.Validity;

/// <summary>A directive does not refer to itself, neither directly nor through types and directives (section 3.13, Type Validation).</summary>
internal sealed class DirectiveCyclesRule : ISchemaRule
{
    internal static readonly ErrorDescriptor Descriptor =
        new("GQL1095", "DirectiveCycles", "Directive that refers to itself", ErrorSeverity.Error);

    public void Check(SchemaContext context)
    {
        var references = new DirectiveReferences(context);
        foreach (var directive in context.DefinitionsOf<DirectiveDefinitionSyntax>())
        {
            if (context.IsFull())
                return;
            if (!directive.IsExtension && references.IsInCycle("@" + directive.Name.Value))
                context.Report(Descriptor, Message(directive.Name.Value), directive.Name);
        }
    }

    private static string Message(string name) =>
        $"Directive \"@{name}\" must not refer to itself, neither directly nor through types and directives.";
}
