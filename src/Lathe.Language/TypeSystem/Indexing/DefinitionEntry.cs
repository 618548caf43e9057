using Lathe.Language.Syntax;
using Lathe.Language.Text;

namespace Lathe.Language.TypeSystem.Indexing;

/// <summary>What the scan of a text tells about one definition or extension.</summary>
internal sealed class DefinitionEntry
{
    internal DefinitionEntry(SourceText source, DefinitionKind kind, bool isExtension, int start)
    {
        Source = source;
        Kind = kind;
        IsExtension = isExtension;
        Start = start;
    }

    internal SourceText Source { get; }

    internal DefinitionKind Kind { get; }

    internal bool IsExtension { get; }

    /// <summary>Gets the offset of the first token, which is the description where there is one.</summary>
    internal int Start { get; }

    /// <summary>Gets the offset of the keyword behind the description.</summary>
    internal int KeywordStart { get; init; }

    /// <summary>Gets the name; empty for a schema definition.</summary>
    internal string Name { get; init; } = string.Empty;

    /// <summary>Gets the offset of the name.</summary>
    internal int NameStart { get; init; }

    /// <summary>Gets the implemented interfaces of an object or interface, or the members of a union, as written.</summary>
    internal IReadOnlyList<string> Names { get; set; } = [];

    /// <summary>Gets or sets the parsed definition; null until it is asked for.</summary>
    internal TypeSystemDefinitionSyntax? Syntax { get; set; }

    internal bool IsType => Kind is not (DefinitionKind.Schema or DefinitionKind.Directive);
}
