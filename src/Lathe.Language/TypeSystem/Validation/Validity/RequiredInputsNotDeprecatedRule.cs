using Lathe.Language.Errors;
using Lathe.Language.Syntax;
using Lathe.Language.TypeSystem.Validation.Definitions;

namespace Lathe.Language.TypeSystem.Validation.Validity;

/// <summary>What a request must give cannot be deprecated (section 3.13.3).</summary>
internal sealed class RequiredInputsNotDeprecatedRule : ISchemaRule
{
    internal static readonly ErrorDescriptor Descriptor = ValidityErrors.Make("GQL1084", "Required argument or input field is deprecated");

    public void Check(SchemaContext context)
    {
        foreach (var site in InputValueSite.FindAll(context))
        {
            var value = site.Value;
            if (value.Type is not NonNullTypeSyntax || value.DefaultValue is not null)
                continue;
            if (KnownDirectives.Find(value.Directives, "deprecated") is not { } deprecated)
                continue;
            var kind = site.Kind == InputValueKind.InputField ? "input field" : "argument";
            context.Report(Descriptor, $"Required {kind} {site.Coordinate} cannot be deprecated.", deprecated, value.Type);
        }
    }
}
