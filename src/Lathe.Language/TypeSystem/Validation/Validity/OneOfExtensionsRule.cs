using Lathe.Language.Errors;
using Lathe.Language.Syntax;
using Lathe.Language.TypeSystem.Validation.Definitions;

namespace Lathe.Language.TypeSystem.Validation.Validity;

/// <summary>An extension does not make an input object a OneOf one (section 3.10.2, Input Object Extensions).</summary>
internal sealed class OneOfExtensionsRule : ISchemaRule
{
    internal static readonly ErrorDescriptor Descriptor =
        new("GQL1096", "OneOfExtensions", "An extension applies @oneOf", ErrorSeverity.Error);

    public void Check(SchemaContext context)
    {
        foreach (var extension in context.DefinitionsOf<InputObjectTypeDefinitionSyntax>())
        {
            if (extension.IsExtension && KnownDirectives.Find(extension.Directives, "oneOf") is { } directive)
                context.Report(Descriptor, Message(extension.Name.Value), directive);
        }
    }

    private static string Message(string name) => $"An extension of \"{name}\" must not apply \"@oneOf\": put it on the definition.";
}
