using Lathe.Language.Validation.Fragments;
using Lathe.Language.Validation.Types;
using Lathe.Language.Syntax;
using Lathe.Language.TypeSystem;

namespace Lathe.Language.Validation.Overlap;

/// <summary>A field at its place in a document.</summary>
/// <param name="node">The field.</param>
/// <param name="parentType">The type that it is selected from, or null where it is not known.</param>
/// <param name="definition">Its definition, or null where it is not known.</param>
/// <param name="catches">What becomes of its errors as far as the document says, as a text: empty where it says nothing.</param>
internal sealed class FieldOccurrence(FieldSyntax node, NamedType? parentType, FieldDefinition? definition, string catches)
{
    private string? _call;

    public FieldSyntax Node { get; } = node;

    public NamedType? ParentType { get; } = parentType;

    public FieldDefinition? Definition { get; } = definition;

    public string Catches { get; } = catches;

    /// <summary>Gets the field's name and arguments as one text, with what becomes of its errors: the same for two fields that ask for the
    /// same.</summary>
    public string Call => _call ??= CallText.Of(Node) + Catches;

    /// <summary>
    /// Gets a value indicating whether an argument names a variable of the fragment around the field: what it asks for then depends on the spread.
    /// </summary>
    public bool UsesFragmentVariables => Node.Arguments.Any(static argument => FragmentVariables.AreIn(argument.Value));

    /// <summary>Gets a value indicating whether the field is streamed: two streams, or a stream and a list, cannot be merged.</summary>
    public bool IsStreamed => Node.Directives.Count > 0 && DirectiveLookup.FindDirective(Node.Directives, "stream") is not null;

    /// <summary>Tells whether no object can be of both fields' parents, so that the fields never meet in a response.</summary>
    public bool Excludes(FieldOccurrence other) =>
        ParentType is ObjectType && other.ParentType is ObjectType && ParentType.Name != other.ParentType.Name;
}
