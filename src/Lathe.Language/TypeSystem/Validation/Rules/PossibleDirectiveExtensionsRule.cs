using Lathe.Language.Errors;
using Lathe.Language.Syntax;
using Lathe.Language.TypeSystem.Validation.Definitions;

namespace Lathe.Language.TypeSystem.Validation.Rules;

/// <summary>An extension extends a directive that exists (section 3.13, Directive Extensions).</summary>
internal sealed class PossibleDirectiveExtensionsRule : ISchemaRule
{
    internal static readonly ErrorDescriptor Descriptor =
        new("GQL1094", "PossibleDirectiveExtensions", "Extension of a directive that is missing", ErrorSeverity.Error);

    public void Check(SchemaContext context)
    {
        foreach (var extension in context.DefinitionsOf<DirectiveDefinitionSyntax>())
        {
            var name = extension.Name.Value;
            if (extension.IsExtension && context.FindDirective(name) is null)
                context.Report(Descriptor, $"Cannot extend directive \"@{name}\" because it is not defined.", extension.Name);
        }
    }
}
