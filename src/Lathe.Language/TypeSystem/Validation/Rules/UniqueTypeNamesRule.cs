using Lathe.Language.Errors;
using Lathe.Language.Syntax;
using Lathe.Language.TypeSystem.Validation.Definitions;

namespace Lathe.Language.TypeSystem.Validation.Rules;

/// <summary>Types have names of their own (section 3.3).</summary>
internal sealed class UniqueTypeNamesRule : ISchemaRule
{
    internal static readonly ErrorDescriptor Descriptor =
        new("GQL1052", "UniqueTypeNames", "Type defined twice", ErrorSeverity.Error);

    public void Check(SchemaContext context)
    {
        var defined = new Dictionary<string, NameSyntax>(StringComparer.Ordinal);
        foreach (var type in context.DefinitionsOf<TypeDefinitionSyntax>())
        {
            if (type.IsExtension)
                continue;
            var name = type.Name.Value;
            if (context.Existing is { } existing && existing.HasType(name))
                context.Report(
                    Descriptor, $"Type \"{name}\" already exists in the schema. It cannot also be defined in this type definition.", type.Name);
            else if (defined.TryGetValue(name, out var first))
                context.Report(Descriptor, $"There can be only one type named \"{name}\".", first, type.Name);
            else
                defined.Add(name, type.Name);
        }
    }
}
