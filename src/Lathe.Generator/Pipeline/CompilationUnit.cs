using Lathe.Language.Configuration;
using Lathe.Language.Syntax;
using Lathe.Language.TypeSystem;

namespace Lathe.Generator.Pipeline;

/// <summary>
/// The unit of work: an operation or fragment with the units of the fragments that it spreads, the schema, and its C# names. It is made anew when
/// one of these is another object, which parsing keeps for files that were not edited; else the last one serves, and what came of it.
/// </summary>
internal sealed class CompilationUnit
{
    private readonly (string, string) _ownNames;

    private CompilationUnit(ClientTypeNames names, ExecutableDefinition home, UnitLinks links, MissingFragments missing, bool isRoot)
    {
        (Names, Home, Links, Missing, IsRoot) = (names, home, links, missing, isRoot);
        _ownNames = NameOf(names, Definition);
    }

    /// <summary>Gets the names of the whole client, the newest that serve the unit.</summary>
    public ClientTypeNames Names { get; private set; }

    public ClientConfig Config => Names.Config;

    public Schema Schema => Names.Schema;

    /// <summary>Gets the definition that keeps the unit.</summary>
    public ExecutableDefinition Home { get; }

    /// <summary>Gets the operation or fragment.</summary>
    public DefinitionSyntax Definition => Home.Syntax;

    /// <summary>Gets the fragments that it spreads.</summary>
    public UnitLinks Links { get; }

    /// <summary>Gets what is known of fragments that it spreads itself and that are not there.</summary>
    public MissingFragments Missing { get; }

    /// <summary>Gets a value indicating whether it is an operation, or a fragment that nothing spreads.</summary>
    public bool IsRoot { get; }

    /// <summary>Gets or sets what came of the unit; null until it is compiled.</summary>
    public UnitResult? Result { get; set; }

    /// <summary>Makes a unit, or gives the last one of the definition where all is as it was.</summary>
    public static CompilationUnit Create(
        ClientTypeNames names, ExecutableDefinition home, UnitLinks links, MissingFragments missing, bool isRoot)
    {
        if (home.FindLastUnit(names.Client) is not { } last || last.IsRoot != isRoot || !last.Missing.Equals(missing)
            || !last.Links.Equals(links) || !last.HasNames(names))
            return home.Keep(new CompilationUnit(names, home, links, missing, isRoot));

        // Units that no edit touches do not keep old names alive.
        last.Names = names;
        return last;
    }

    /// <summary>Finds the units of the fragments that it reaches, in ordinal order of their names. Not for units that lead to a cycle.</summary>
    public IReadOnlyList<CompilationUnit> Reach(CancellationToken cancellationToken)
    {
        if (Links.Spreads.Count == 0)
            return [];
        var reached = new HashSet<CompilationUnit>();
        var pending = new Stack<CompilationUnit>([this]);
        while (pending.Count > 0)
        {
            cancellationToken.ThrowIfCancellationRequested();
            foreach (var unit in pending.Pop().Links.Spreads)
            {
                if (reached.Add(unit))
                    pending.Push(unit);
            }
        }

        return [.. reached.OrderBy(unit => unit.Home.Name, StringComparer.Ordinal)];
    }

    private bool HasNames(ClientTypeNames names) => ReferenceEquals(Names, names)
        || (ReferenceEquals(Schema, names.Schema) && Config.Equals(names.Config) && _ownNames == NameOf(names, Definition));

    private static (string, string) NameOf(ClientTypeNames names, DefinitionSyntax definition) => definition switch
    {
        OperationDefinitionSyntax { Name: { } name } => names.Names.Operation(name.Value),
        FragmentDefinitionSyntax fragment => names.Names.Fragment(fragment.Name.Value),
        _ => ("", ""),
    };
}
