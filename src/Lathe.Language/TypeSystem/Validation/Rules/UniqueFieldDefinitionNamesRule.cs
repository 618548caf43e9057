using Lathe.Language.Errors;
using Lathe.Language.Syntax;
using Lathe.Language.TypeSystem.Validation.Definitions;

namespace Lathe.Language.TypeSystem.Validation.Rules;

/// <summary>The fields of a type have names of their own, also over its extensions (sections 3.6, 3.7 and 3.10).</summary>
internal sealed class UniqueFieldDefinitionNamesRule : ISchemaRule
{
    internal static readonly ErrorDescriptor Descriptor =
        new("GQL1054", "UniqueFieldDefinitionNames", "Field defined twice", ErrorSeverity.Error);

    public void Check(SchemaContext context)
    {
        var names = new MemberNames();
        foreach (var type in context.DefinitionsOf<TypeDefinitionSyntax>())
        {
            foreach (var name in FieldNames(type))
            {
                var coordinate = $"{type.Name.Value}.{name.Value}";
                if (HasField(context.Existing?.FindType(type.Name.Value), name.Value))
                    context.Report(
                        Descriptor, $"Field \"{coordinate}\" already exists in the schema. It cannot also be defined in this type extension.", name);
                else if (names.FindOrAdd(type.Name.Value, name) is { } first)
                    context.Report(Descriptor, $"Field \"{coordinate}\" can only be defined once.", first, name);
            }
        }
    }

    private static IEnumerable<NameSyntax> FieldNames(TypeDefinitionSyntax type) => type switch
    {
        FieldsTypeDefinitionSyntax fields => fields.Fields.Select(static field => field.Name),
        InputObjectTypeDefinitionSyntax input => input.Fields.Select(static field => field.Name),
        _ => [],
    };

    private static bool HasField(NamedType? type, string name) => type switch
    {
        FieldsType fields => fields.FindField(name) is not null,
        InputObjectType input => input.FindField(name) is not null,
        _ => false,
    };
}
