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
    private readonly (string, string)[] _ownNames;

    private CompilationUnit(
        ClientTypeNames names, ExecutableDefinition home, IReadOnlyList<FragmentDefinitionSyntax> fragments, MissingFragments missing)
    {
        (Names, Home, Fragments, Missing) = (names, home, fragments, missing);
        _ownNames = [NameOf(names, Definition), .. fragments.Select(fragment => NameOf(names, fragment))];
    }

    /// <summary>Gets the names of the whole client, the newest that serve the unit; equality looks at those that it uses.</summary>
    public ClientTypeNames Names { get; private set; }

    public ClientConfig Config => Names.Config;

    public Schema Schema => Names.Schema;

    /// <summary>Gets the definition with what was last made of it.</summary>
    public ExecutableDefinition Home { get; }

    /// <summary>Gets the operation or fragment.</summary>
    public DefinitionSyntax Definition => Home.Syntax;

    /// <summary>Gets the fragments that it reaches, in ordinal order of their names, itself excluded.</summary>
    public IReadOnlyList<FragmentDefinitionSyntax> Fragments { get; }

    /// <summary>Gets what is known of fragments that it spreads and that are not there.</summary>
    public MissingFragments Missing { get; }

    /// <summary>Makes a unit, or gives the last one of the definition where all is as it was.</summary>
    public static CompilationUnit Create(
        ClientTypeNames names, ExecutableDefinition home, IReadOnlyList<FragmentDefinitionSyntax> fragments, MissingFragments missing)
    {
        if (home.LastUnit is { } last && last.IsOf(names, fragments, missing))
        {
            // Old names are not kept alive by the units that no edit touches.
            last.Names = names;
            return last;
        }

        return home.LastUnit = new CompilationUnit(names, home, fragments, missing);
    }

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

    public bool Equals(CompilationUnit? other) =>
        ReferenceEquals(this, other)
        || (other is not null && ReferenceEquals(Definition, other.Definition) && other.IsOf(Names, Fragments, Missing));

    public override bool Equals(object? obj) => Equals(obj as CompilationUnit);

    public override int GetHashCode() => Definition.Span.GetHashCode();

    private bool IsOf(ClientTypeNames names, IReadOnlyList<FragmentDefinitionSyntax> fragments, MissingFragments missing)
    {
        if (!ReferenceEquals(Schema, names.Schema) || Fragments.Count != fragments.Count || !Missing.Equals(missing))
            return false;
        for (var i = 0; i < fragments.Count; i++)
        {
            if (!ReferenceEquals(Fragments[i], fragments[i]))
                return false;
        }

        return ReferenceEquals(Names, names) || (Config.Equals(names.Config) && HasNames(names));
    }

    private bool HasNames(ClientTypeNames names)
    {
        if (_ownNames[0] != NameOf(names, Definition))
            return false;
        for (var i = 0; i < Fragments.Count; i++)
        {
            if (_ownNames[i + 1] != NameOf(names, Fragments[i]))
                return false;
        }

        return true;
    }

    private static (string, string) NameOf(ClientTypeNames names, DefinitionSyntax definition) => definition switch
    {
        OperationDefinitionSyntax { Name: { } name } => names.Names.Operation(name.Value),
        FragmentDefinitionSyntax fragment => names.Names.Fragment(fragment.Name.Value),
        _ => ("", ""),
    };
}
