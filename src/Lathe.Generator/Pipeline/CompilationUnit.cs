using Lathe.Language.Configuration;
using Lathe.Language.Syntax;
using Lathe.Language.TypeSystem;

namespace Lathe.Generator.Pipeline;

/// <summary>
/// The unit of work: an operation or fragment with the fragments that it reaches in any file, the schema, and the C# names of these.
/// Equal while all of them are the very same objects, which parsing keeps for files that were not edited, and the names are the same.
/// </summary>
internal sealed class CompilationUnit : IEquatable<CompilationUnit>
{
    private readonly string[] _ownNames;

    public CompilationUnit(
        ClientTypeNames names, DefinitionSyntax definition, IReadOnlyList<FragmentDefinitionSyntax> fragments, IReadOnlyList<string> lostFragments)
    {
        (Names, Definition, Fragments, LostFragments) = (names, definition, fragments, lostFragments);
        _ownNames = [.. OwnNames()];
    }

    /// <summary>Gets the names of the whole client; equality looks at those that the unit uses.</summary>
    public ClientTypeNames Names { get; }

    public ClientConfig Config => Names.Config;

    public Schema Schema => Names.Schema;

    /// <summary>Gets the operation or fragment.</summary>
    public DefinitionSyntax Definition { get; }

    /// <summary>Gets the fragments that it reaches, in ordinal order of their names, itself excluded.</summary>
    public IReadOnlyList<FragmentDefinitionSyntax> Fragments { get; }

    /// <summary>Gets those that it reaches but that are not known, for the files that seem to define them do not parse; in ordinal order.</summary>
    public IReadOnlyList<string> LostFragments { get; }

    public FragmentDefinitionSyntax? FindFragment(string name)
    {
        foreach (var fragment in Fragments)
        {
            if (string.Equals(fragment.Name.Value, name, StringComparison.Ordinal))
                return fragment;
        }

        return Definition is FragmentDefinitionSyntax own && own.Name.Value == name ? own : null;
    }

    /// <summary>Makes a document of the unit alone: what it reaches is all that its rules and its code depend on.</summary>
    public DocumentSyntax ToDocument() => DocumentSyntax.Create([Definition, .. Fragments]);

    public bool Equals(CompilationUnit? other)
    {
        if (other is null || !ReferenceEquals(Definition, other.Definition) || !ReferenceEquals(Schema, other.Schema))
            return false;
        if (Fragments.Count != other.Fragments.Count || !Config.Equals(other.Config))
            return false;
        for (var i = 0; i < Fragments.Count; i++)
        {
            if (!ReferenceEquals(Fragments[i], other.Fragments[i]))
                return false;
        }

        return _ownNames.AsEnumerable().SequenceEqual(other._ownNames, StringComparer.Ordinal)
            && LostFragments.SequenceEqual(other.LostFragments, StringComparer.Ordinal);
    }

    public override bool Equals(object? obj) => Equals(obj as CompilationUnit);

    public override int GetHashCode() => Definition.Span.GetHashCode();

    private IEnumerable<string> OwnNames()
    {
        if (Definition is OperationDefinitionSyntax operation)
        {
            var (type, method) = Names.Names.Operation(operation.Name!.Value);
            yield return type;
            yield return method;
        }
        else if (Definition is FragmentDefinitionSyntax own)
        {
            yield return Names.Names.Fragment(own.Name.Value).Record;
        }

        foreach (var fragment in Fragments)
            yield return Names.Names.Fragment(fragment.Name.Value).Record;
    }
}
