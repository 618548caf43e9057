using Lathe.Language.Errors;
using Lathe.Language.TypeSystem.Validation.Definitions;

namespace Lathe.Language.TypeSystem.Validation.Validity;

/// <summary>Default values of arguments and input fields are values of their types (sections 3.6.1 and 3.10).</summary>
internal sealed class DefaultValuesRule : ISchemaRule
{
    internal static readonly ErrorDescriptor Descriptor = ValidityErrors.Make("GQL1093", "Default value of another type");

    public void Check(SchemaContext context)
    {
        foreach (var site in InputValueSite.FindAll(context))
        {
            if (site.Value.DefaultValue is { } value)
                new DefaultValueCheck(context, site).Check(value, site.Value.Type);
        }
    }
}
