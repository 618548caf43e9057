using Lathe.Language.Errors;
using Lathe.Language.Syntax;
using Lathe.Language.TypeSystem.Validation.Definitions;

namespace Lathe.Language.TypeSystem.Validation.Rules;

/// <summary>The values of an enum have names of their own, also over its extensions (section 3.9).</summary>
internal sealed class UniqueEnumValueNamesRule : ISchemaRule
{
    internal static readonly ErrorDescriptor Descriptor =
        new("GQL1053", "UniqueEnumValueNames", "Enum value defined twice", ErrorSeverity.Error);

    public void Check(SchemaContext context)
    {
        var names = new MemberNames();
        foreach (var type in context.DefinitionsOf<EnumTypeDefinitionSyntax>())
        {
            var existing = context.Existing?.FindType(type.Name.Value) as EnumType;
            foreach (var value in type.Values)
            {
                var coordinate = $"{type.Name.Value}.{value.Name.Value}";
                if (existing?.FindValue(value.Name.Value) is not null)
                    context.Report(
                        Descriptor,
                        $"Enum value \"{coordinate}\" already exists in the schema. It cannot also be defined in this type extension.",
                        value.Name);
                else if (names.FindOrAdd(type.Name.Value, value.Name) is { } first)
                    context.Report(Descriptor, $"Enum value \"{coordinate}\" can only be defined once.", first, value.Name);
            }
        }
    }
}
