namespace Lathe.Language.Syntax;

/// <summary>A selection set (section 2.5).</summary>
internal sealed class SelectionSetSyntax : SyntaxNode
{
    /// <summary>Gets the selections in their order.</summary>
    public required IReadOnlyList<SelectionSyntax> Selections { get; init; }
}

/// <summary>A field, fragment spread or inline fragment.</summary>
internal abstract class SelectionSyntax : SyntaxNode
{
    /// <summary>Gets the directives in their order.</summary>
    public IReadOnlyList<DirectiveSyntax> Directives { get; init; } = [];
}

/// <summary>A field (section 2.6).</summary>
internal sealed class FieldSyntax : SelectionSyntax
{
    /// <summary>Gets the alias, or null.</summary>
    public NameSyntax? Alias { get; init; }

    /// <summary>Gets the name of the field in the schema.</summary>
    public required NameSyntax Name { get; init; }

    /// <summary>Gets the arguments in their order.</summary>
    public IReadOnlyList<ArgumentSyntax> Arguments { get; init; } = [];

    /// <summary>Gets the selection set, or null for a leaf.</summary>
    public SelectionSetSyntax? SelectionSet { get; init; }

    /// <summary>Gets the key in the response: the alias where there is one, else the name.</summary>
    public string ResponseKey => (Alias ?? Name).Value;
}

/// <summary>The use of a fragment (section 2.9).</summary>
internal sealed class FragmentSpreadSyntax : SelectionSyntax
{
    /// <summary>Gets the name of the fragment.</summary>
    public required NameSyntax Name { get; init; }

    /// <summary>Gets the arguments in their order: those of fragment arguments, which no edition of the specification has yet.</summary>
    public IReadOnlyList<ArgumentSyntax> Arguments { get; init; } = [];
}

/// <summary>An inline fragment (section 2.9.2).</summary>
internal sealed class InlineFragmentSyntax : SelectionSyntax
{
    /// <summary>Gets the type condition, or null.</summary>
    public NamedTypeSyntax? TypeCondition { get; init; }

    /// <summary>Gets the selection set.</summary>
    public required SelectionSetSyntax SelectionSet { get; init; }
}
