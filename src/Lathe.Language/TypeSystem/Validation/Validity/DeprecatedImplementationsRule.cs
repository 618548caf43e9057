using Lathe.Language.Errors;
using Lathe.Language.Syntax;
using Lathe.Language.TypeSystem.Validation.Definitions;

namespace Lathe.Language.TypeSystem.Validation.Validity;

/// <summary>A field is not deprecated where that of its interface is not (section 3.6, IsValidImplementation).</summary>
internal sealed class DeprecatedImplementationsRule : ISchemaRule
{
    internal static readonly ErrorDescriptor Descriptor =
        ValidityErrors.Make("GQL1097", "Implementation of a field is deprecated, the field is not");

    public void Check(SchemaContext context)
    {
        foreach (var type in context.Types.Defined)
        {
            if (type.Interfaces.Count == 0)
                continue;
            var deprecated = type.Fields.Where(static field => Deprecation(field) is not null)
                .ToDictionary(static field => field.Name.Value, StringComparer.Ordinal);
            if (deprecated.Count > 0)
                Check(context, type, deprecated);
        }
    }

    private static void Check(SchemaContext context, TypeShape type, Dictionary<string, FieldDefinitionSyntax> deprecated)
    {
        foreach (var implemented in context.Types.InterfacesOf(type))
        {
            foreach (var expected in implemented.Fields)
            {
                if (context.IsFull())
                    return;
                if (!deprecated.TryGetValue(expected.Name.Value, out var field) || Deprecation(expected) is not null)
                    continue;
                var name = expected.Name.Value;
                context.Report(
                    Descriptor,
                    $"Interface field {implemented.Name}.{name} is not deprecated, "
                    + $"so implementation field {type.Name}.{name} must not be deprecated.",
                    Deprecation(field),
                    field.Type);
            }
        }
    }

    private static DirectiveSyntax? Deprecation(FieldDefinitionSyntax field) => KnownDirectives.Find(field.Directives, "deprecated");
}
