using Lathe.Language.Errors;
using Lathe.Language.Syntax;
using Lathe.Language.TypeSystem.Validation.Definitions;

namespace Lathe.Language.TypeSystem.Validation.Rules;

/// <summary>An extension extends a type that exists and is of the same kind (section 3.4.3).</summary>
internal sealed class PossibleTypeExtensionsRule : ISchemaRule
{
    internal static readonly ErrorDescriptor Descriptor =
        new("GQL1060", "PossibleTypeExtensions", "Extension of a type that is missing or of another kind", ErrorSeverity.Error);

    public void Check(SchemaContext context)
    {
        foreach (var extension in context.DefinitionsOf<TypeDefinitionSyntax>())
        {
            if (extension.IsExtension)
                Check(context, extension);
        }
    }

    private static void Check(SchemaContext context, TypeDefinitionSyntax extension)
    {
        var name = extension.Name.Value;
        context.TypeDefinitions.TryGetValue(name, out var definition);
        var kind = definition is null ? KindOf(context.Existing?.FindType(name)) : KindOf(definition);
        if (kind is null)
        {
            var suggestion = context.Suggestions.For(name, context.TypeDefinitions.Keys.Concat(context.Existing?.TypeNames ?? []));
            context.Report(Descriptor, $"Cannot extend type \"{name}\" because it is not defined.{suggestion}", extension.Name);
        }
        else if (kind != KindOf(extension))
        {
            var message = $"Cannot extend non-{KindOf(extension)} type \"{name}\".";
            context.Report(Descriptor, message, definition is null ? [extension] : [definition, extension]);
        }
    }

    private static string KindOf(TypeDefinitionSyntax type) => type switch
    {
        ObjectTypeDefinitionSyntax => "object",
        InterfaceTypeDefinitionSyntax => "interface",
        UnionTypeDefinitionSyntax => "union",
        EnumTypeDefinitionSyntax => "enum",
        InputObjectTypeDefinitionSyntax => "input object",
        _ => "scalar",
    };

    private static string? KindOf(NamedType? type) => type switch
    {
        null => null,
        ObjectType => "object",
        InterfaceType => "interface",
        UnionType => "union",
        EnumType => "enum",
        InputObjectType => "input object",
        _ => "scalar",
    };
}
