using Lathe.Language.Errors;
using Lathe.Language.Syntax;
using Lathe.Language.TypeSystem.Validation.Definitions;

namespace Lathe.Language.TypeSystem.Validation.Validity;

/// <summary>The fields of a <c>@oneOf</c> input object are nullable and have no default (section 3.10.1).</summary>
internal sealed class OneOfFieldsRule : ISchemaRule
{
    internal static readonly ErrorDescriptor Descriptor = ValidityErrors.Make("GQL1090", "OneOf field that is non-null or has a default");

    public void Check(SchemaContext context)
    {
        foreach (var type in context.Types.Defined)
        {
            if (!type.IsInputObject || !type.IsOneOf)
                continue;
            foreach (var field in type.InputFields)
            {
                var coordinate = $"{type.Name}.{field.Name.Value}";
                if (field.Type is NonNullTypeSyntax)
                    context.Report(Descriptor, $"OneOf input field {coordinate} must be nullable.", field.Type);
                if (field.DefaultValue is not null)
                    context.Report(Descriptor, $"OneOf input field {coordinate} cannot have a default value.", field);
            }
        }
    }
}
