using System.Collections.Concurrent;
using Microsoft.CodeAnalysis;

namespace Lathe.Generator.Unused;

/// <summary>
/// Whose code is looked at: that of the compilation, and where projects note what they use, that of the other projects, since what happens in it is
/// in their notes. All else is a library, which may look at whatever it is given.
/// </summary>
/// <param name="compilation">The compilation.</param>
/// <param name="joins">Whether what others note is joined to what is found here.</param>
internal sealed class CodeInSight(Compilation compilation, bool joins)
{
    private readonly ConcurrentDictionary<IAssemblySymbol, bool> _known = new(SymbolEqualityComparer.Default);

    /// <summary>Gets a value indicating whether what others note is joined to what is found here.</summary>
    public bool Joins => joins;

    /// <summary>Gets the names of the projects on whose notes the search relies.</summary>
    public IEnumerable<string> Relied => _known.Where(static one => one.Value).Select(static one => one.Key.Name);

    /// <summary>Tells whether what is done with a value in the code of a symbol is known.</summary>
    public bool Has(ISymbol symbol) =>
        symbol.ContainingAssembly is { } owner && (ReferenceEquals(owner, compilation.Assembly) || (joins && IsProject(owner)));

    /// <summary>Gets the files of the assemblies of other projects, with the version of each.</summary>
    public IEnumerable<(string Path, Guid Version)> Projects()
    {
        foreach (var reference in compilation.References)
        {
            if (compilation.GetAssemblyOrModuleSymbol(reference) is IAssemblySymbol assembly && IsProject(assembly)
                && reference is PortableExecutableReference { FilePath: { } path } file && file.GetMetadata() is AssemblyMetadata metadata)
                yield return (path, metadata.GetModules()[0].GetModuleVersionId());
        }
    }

    private bool IsProject(IAssemblySymbol assembly) =>
        _known.TryGetValue(assembly, out var known) ? known : _known.GetOrAdd(assembly, Look(assembly));

    // A build hands the reference assemblies of other projects over from their obj folders, and those of packages from elsewhere. What refers to
    // nothing of Lathe's has no notes, nor has what is Lathe's.
    private bool Look(IAssemblySymbol assembly) =>
        !assembly.Name.StartsWith("Lathe.", StringComparison.Ordinal) && assembly.Name != "Lathe"
        && compilation.GetMetadataReference(assembly) is PortableExecutableReference { FilePath: { } path }
        && path.Replace('\\', '/').Contains("/obj/")
        && assembly.Modules.SelectMany(static module => module.ReferencedAssemblySymbols).Any(one => one.Name == "Lathe" || IsProject(one));
}
