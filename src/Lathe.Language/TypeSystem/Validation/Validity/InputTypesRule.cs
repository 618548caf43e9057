using Lathe.Language.Errors;
using Lathe.Language.Syntax;
using Lathe.Language.TypeSystem.Validation.Definitions;

namespace Lathe.Language.TypeSystem.Validation.Validity;

/// <summary>Arguments and input fields have input types (sections 3.6.1, 3.10 and 3.13).</summary>
internal sealed class InputTypesRule : ISchemaRule
{
    internal static readonly ErrorDescriptor Descriptor = ValidityErrors.Make("GQL1082", "Argument or input field of an output type");

    public void Check(SchemaContext context)
    {
        foreach (var site in InputValueSite.FindAll(context))
        {
            if (context.Types.Find(site.Value.Type) is not { IsInput: false })
                continue;
            SyntaxNode place = site.Kind == InputValueKind.DirectiveArgument ? site.Value : site.Value.Type;
            context.Report(
                Descriptor, $"The type of {site.Coordinate} must be Input Type but got: {TypeReferences.From(site.Value.Type)}.", place);
        }
    }
}
