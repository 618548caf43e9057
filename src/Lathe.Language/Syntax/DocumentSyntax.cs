using Lathe.Language.Errors;

namespace Lathe.Language.Syntax;

/// <summary>A parsed text: its definitions and the syntax errors met on the way (section 2.3).</summary>
internal sealed class DocumentSyntax : SyntaxNode
{
    /// <summary>Gets the definitions that could be parsed, in their order.</summary>
    public required IReadOnlyList<DefinitionSyntax> Definitions { get; init; }

    /// <summary>Gets the syntax errors in the order they were met; empty for a well-formed document.</summary>
    public required IReadOnlyList<LanguageError> Errors { get; init; }

    /// <summary>Gets a value indicating whether the text holds no token: the only error is then that the grammar wants a definition.</summary>
    public bool IsEmpty { get; init; }

    /// <summary>Makes a document of definitions that may come from several texts.</summary>
    /// <param name="definitions">The definitions, at least one; the first one's text and span become the document's.</param>
    /// <returns>A document without syntax errors.</returns>
    public static DocumentSyntax Create(IReadOnlyList<DefinitionSyntax> definitions) =>
        new() { Definitions = definitions, Errors = [], Source = definitions[0].Source, Span = definitions[0].Span };

    /// <summary>Makes a document of the same text and syntax errors that holds fewer definitions.</summary>
    /// <param name="definitions">The definitions that it holds.</param>
    /// <returns>The document, or this one where it loses none.</returns>
    public DocumentSyntax WithOnly(IReadOnlyList<DefinitionSyntax> definitions) => definitions.Count == Definitions.Count
        ? this
        : new() { Definitions = definitions, Errors = Errors, Source = Source, Span = Span };
}

/// <summary>A definition at the top level of a document.</summary>
internal abstract class DefinitionSyntax : SyntaxNode
{
    /// <summary>Gets the description, or null. Executable definitions may have one too, since September 2025.</summary>
    public DescriptionSyntax? Description { get; init; }

    /// <summary>Gets the directives in their order.</summary>
    public IReadOnlyList<DirectiveSyntax> Directives { get; init; } = [];
}

/// <summary>The kind of an operation.</summary>
internal enum OperationType
{
    /// <summary>A read.</summary>
    Query,

    /// <summary>A write, followed by a read.</summary>
    Mutation,

    /// <summary>A long-lived request.</summary>
    Subscription,
}

/// <summary>An operation (section 2.4).</summary>
internal sealed class OperationDefinitionSyntax : DefinitionSyntax
{
    /// <summary>Gets the kind.</summary>
    public required OperationType OperationType { get; init; }

    /// <summary>Gets the name, or null for an anonymous operation.</summary>
    public NameSyntax? Name { get; init; }

    /// <summary>Gets the variables in their order.</summary>
    public IReadOnlyList<VariableDefinitionSyntax> VariableDefinitions { get; init; } = [];

    /// <summary>Gets the selection set.</summary>
    public required SelectionSetSyntax SelectionSet { get; init; }
}

/// <summary>A fragment definition (section 2.9).</summary>
internal sealed class FragmentDefinitionSyntax : DefinitionSyntax
{
    /// <summary>Gets the name.</summary>
    public required NameSyntax Name { get; init; }

    /// <summary>Gets the variables of its own in their order: fragment arguments, which no edition of the specification has yet.</summary>
    public IReadOnlyList<VariableDefinitionSyntax> VariableDefinitions { get; init; } = [];

    /// <summary>Gets the type condition.</summary>
    public required NamedTypeSyntax TypeCondition { get; init; }

    /// <summary>Gets the selection set.</summary>
    public required SelectionSetSyntax SelectionSet { get; init; }
}

/// <summary>The definition of a variable (section 2.11).</summary>
internal sealed class VariableDefinitionSyntax : SyntaxNode
{
    /// <summary>Gets the description, or null.</summary>
    public DescriptionSyntax? Description { get; init; }

    /// <summary>Gets the variable.</summary>
    public required VariableSyntax Variable { get; init; }

    /// <summary>Gets the type.</summary>
    public required TypeSyntax Type { get; init; }

    /// <summary>Gets the default value, or null.</summary>
    public ValueSyntax? DefaultValue { get; init; }

    /// <summary>Gets the directives in their order.</summary>
    public IReadOnlyList<DirectiveSyntax> Directives { get; init; } = [];
}
