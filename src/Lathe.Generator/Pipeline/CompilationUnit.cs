using Lathe.Language.Configuration;
using Lathe.Language.Syntax;
using Lathe.Language.TypeSystem;

namespace Lathe.Generator.Pipeline;

/// <summary>
/// The unit of work: an operation or fragment with the fragments that it reaches in any file, and the schema. Equal while all of
/// these are the very same objects, which parsing keeps for files that were not edited.
/// </summary>
internal sealed class CompilationUnit(
    ClientConfig config, Schema schema, DefinitionSyntax definition, IReadOnlyList<FragmentDefinitionSyntax> fragments)
    : IEquatable<CompilationUnit>
{
    public ClientConfig Config { get; } = config;

    public Schema Schema { get; } = schema;

    /// <summary>Gets the operation or fragment.</summary>
    public DefinitionSyntax Definition { get; } = definition;

    /// <summary>Gets the fragments that it reaches, in ordinal order of their names, itself excluded.</summary>
    public IReadOnlyList<FragmentDefinitionSyntax> Fragments { get; } = fragments;

    public FragmentDefinitionSyntax? FindFragment(string name)
    {
        foreach (var fragment in Fragments)
        {
            if (string.Equals(fragment.Name.Value, name, StringComparison.Ordinal))
                return fragment;
        }

        return (Definition as FragmentDefinitionSyntax)?.Name.Value == name ? (FragmentDefinitionSyntax)Definition : null;
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

        return true;
    }

    public override bool Equals(object? obj) => Equals(obj as CompilationUnit);

    public override int GetHashCode() => Definition.Span.GetHashCode();
}
