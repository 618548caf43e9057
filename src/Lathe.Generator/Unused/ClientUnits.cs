using System.Collections.Immutable;
using Lathe.Generator.Model;
using Lathe.Generator.Pipeline;
using Lathe.Language.Syntax;

namespace Lathe.Generator.Unused;

/// <summary>The units of one client from which code was made, with what was made.</summary>
internal sealed class ClientUnits
{
    private ClientUnits(ImmutableArray<(CompilationUnit Unit, IUnitModel Model)> all)
    {
        All = all;
        Fragments = all.Where(static one => one.Model is FragmentModel)
            .ToDictionary(static one => ((FragmentModel)one.Model).Name, static one => one.Unit, StringComparer.Ordinal);
    }

    public ImmutableArray<(CompilationUnit Unit, IUnitModel Model)> All { get; }

    public IReadOnlyDictionary<string, CompilationUnit> Fragments { get; }

    public ClientModel Client => All[0].Model.Client;

    public IEnumerable<(CompilationUnit Unit, OperationModel Model)> Operations =>
        All.Where(static one => one.Model is OperationModel).Select(static one => (one.Unit, (OperationModel)one.Model));

    /// <summary>Groups what the pipeline made. A definition with errors is not among it: the build fails on its own.</summary>
    public static ImmutableArray<ClientUnits> Of(ImmutableArray<UnitResult> results) => results
        .Where(static result => result.Unit is { Definition: OperationDefinitionSyntax or FragmentDefinitionSyntax } && result.Models.Length == 1)
        .GroupBy(static result => result.Unit!.Names.Client, StringComparer.Ordinal)
        .Select(static group => new ClientUnits(group.Select(static result => (result.Unit!, result.Models[0])).ToImmutableArray()))
        .ToImmutableArray();
}
