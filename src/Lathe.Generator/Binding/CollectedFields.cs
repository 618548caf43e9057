using System.Collections.Immutable;
using Lathe.Language.Syntax;
using Lathe.Language.TypeSystem;

namespace Lathe.Generator.Binding;

/// <summary>A selection set to merge with others of the same response object.</summary>
/// <param name="Set">The selection set of a field, operation or fragment definition.</param>
/// <param name="Type">The type that it selects from.</param>
/// <param name="Conditions">What must hold for it to apply, beyond what must hold for the object to be there.</param>
internal sealed record ScopedSet(SelectionSetSyntax Set, NamedType Type, ImmutableSortedSet<string> Conditions);

/// <summary>A field node that gives a response key; a null node stands for an added <c>__typename</c>.</summary>
internal sealed record Occurrence(FieldSyntax? Node, FieldDefinition Definition, bool OnObject, ImmutableSortedSet<string> Conditions);

/// <summary>What selection sets give for one type (specification, section 6.3.2, CollectFields).</summary>
internal sealed class CollectedFields
{
    private readonly Dictionary<string, List<Occurrence>> _byKey = new(StringComparer.Ordinal);

    /// <summary>Gets the response keys in their order.</summary>
    public List<string> Keys { get; } = [];

    /// <summary>Gets the fragments that are spread without condition and apply to the type.</summary>
    public List<FragmentDefinitionSyntax> Fragments { get; } = [];

    /// <summary>Gets the fragments and inline fragments that apply to the type but not to every type of the place.</summary>
    public List<SyntaxNode> Narrowings { get; } = [];

    public IReadOnlyList<Occurrence> this[string key] => _byKey[key];

    public void Add(string key, Occurrence occurrence)
    {
        if (!_byKey.TryGetValue(key, out var occurrences))
        {
            _byKey.Add(key, occurrences = []);
            Keys.Add(key);
        }

        occurrences.Add(occurrence);
    }
}
