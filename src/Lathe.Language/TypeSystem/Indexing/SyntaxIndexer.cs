using Lathe.Language.Syntax;

namespace Lathe.Language.TypeSystem.Indexing;

/// <summary>Makes index entries from definitions that are already parsed.</summary>
internal static class SyntaxIndexer
{
    internal static IEnumerable<DefinitionEntry> Index(DocumentSyntax document)
    {
        foreach (var definition in document.Definitions)
        {
            if (definition is TypeSystemDefinitionSyntax syntax)
                yield return Index(syntax);
        }
    }

    internal static DefinitionEntry Index(TypeSystemDefinitionSyntax syntax)
    {
        var name = NameOf(syntax);
        return new DefinitionEntry(syntax.Source, KindOf(syntax), syntax.IsExtension, syntax.Span.Start)
        {
            Name = name?.Value ?? string.Empty,
            KeywordStart = syntax.Span.Start,
            NameStart = name?.Span.Start ?? syntax.Span.Start,
            Names = NamesOf(syntax),
            Syntax = syntax,
        };
    }

    private static NameSyntax? NameOf(TypeSystemDefinitionSyntax syntax) => syntax switch
    {
        TypeDefinitionSyntax type => type.Name,
        DirectiveDefinitionSyntax directive => directive.Name,
        _ => null,
    };

    private static string[] NamesOf(TypeSystemDefinitionSyntax syntax) => syntax switch
    {
        FieldsTypeDefinitionSyntax type => [.. type.Interfaces.Select(static name => name.Name.Value)],
        UnionTypeDefinitionSyntax union => [.. union.MemberTypes.Select(static name => name.Name.Value)],
        _ => [],
    };

    private static DefinitionKind KindOf(TypeSystemDefinitionSyntax syntax) => syntax switch
    {
        ObjectTypeDefinitionSyntax => DefinitionKind.Object,
        InterfaceTypeDefinitionSyntax => DefinitionKind.Interface,
        UnionTypeDefinitionSyntax => DefinitionKind.Union,
        EnumTypeDefinitionSyntax => DefinitionKind.Enum,
        InputObjectTypeDefinitionSyntax => DefinitionKind.InputObject,
        ScalarTypeDefinitionSyntax => DefinitionKind.Scalar,
        DirectiveDefinitionSyntax => DefinitionKind.Directive,
        _ => DefinitionKind.Schema,
    };
}
