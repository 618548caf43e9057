using Lathe.Language.Errors;
using Lathe.Language.Syntax;
using Lathe.Language.Syntax.Parsing;
using Lathe.Language.Text;
using Lathe.Language.TypeSystem.Validation.Rules;

namespace Lathe.Tool.Drift;

/// <summary>Reads parts of a schema, such as a module or a subgraph: they extend and name types that other parts define.</summary>
internal static class SchemaParts
{
    private const string Extend = "extend";

    private static readonly HashSet<ErrorDescriptor> s_ofParts =
    [
        KnownTypeNamesRule.Descriptor, PossibleTypeExtensionsRule.Descriptor, PossibleDirectiveExtensionsRule.Descriptor,
    ];

    // Of two fields of one name a comparison sees the first: in a server's schema the server decided for one, in a part nobody did.
    private static readonly HashSet<ErrorDescriptor> s_ofNames =
    [
        UniqueTypeNamesRule.Descriptor, UniqueFieldDefinitionNamesRule.Descriptor, UniqueArgumentDefinitionNamesRule.Descriptor,
        UniqueEnumValueNamesRule.Descriptor, UniqueDirectiveNamesRule.Descriptor, UniqueOperationTypesRule.Descriptor,
    ];

    /// <summary>Tells whether a rule is broken by what is defined twice.</summary>
    public static bool IsOfNames(ErrorDescriptor rule) => s_ofNames.Contains(rule);

    /// <summary>Tells whether a rule holds for a whole schema only.</summary>
    public static bool IsOfParts(ErrorDescriptor rule) => s_ofParts.Contains(rule);

    /// <summary>Lets the first extension of a type that no text defines stand for its definition. All places stay.</summary>
    public static IReadOnlyList<SourceText> Complete(IReadOnlyList<SourceText> sources)
    {
        var documents = sources.Select(source => IsJson(source) ? null : DocumentParser.Parse(source)).ToArray();
        var known = documents.SelectMany(document => Types(document)).Where(type => !type.IsExtension)
            .Select(type => type.Name.Value).ToHashSet(StringComparer.Ordinal);
        return [.. sources.Select((source, index) => Complete(source, Types(documents[index]), known))];
    }

    private static SourceText Complete(SourceText source, IEnumerable<TypeDefinitionSyntax> types, HashSet<string> known)
    {
        var text = source.Text.ToCharArray();
        var isChanged = false;
        foreach (var type in types.Where(type => type.IsExtension && known.Add(type.Name.Value)))
        {
            var at = source.Text.IndexOf(Extend, type.Span.Start, StringComparison.Ordinal);
            text.AsSpan(at, Extend.Length).Fill(' ');
            isChanged = true;
        }

        return isChanged ? new SourceText(source.Path, new string(text)) : source;
    }

    private static IEnumerable<TypeDefinitionSyntax> Types(DocumentSyntax? document) => document?.Definitions.OfType<TypeDefinitionSyntax>() ?? [];

    private static bool IsJson(SourceText source) => source.Text.AsSpan().TrimStart().StartsWith("{");
}
