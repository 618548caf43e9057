using Lathe.Generator.Binding;
using Lathe.Generator.Model;
using Lathe.Language.Collections;
using Lathe.Language.Configuration;
using Lathe.Language.Projects;
using Lathe.Language.TypeSystem;

namespace Lathe.Generator.Pipeline;

/// <summary>All that the C# names of a client depend on; equal while no definition comes, goes or is renamed.</summary>
/// <param name="Client">The client's full name.</param>
/// <param name="Config">The configuration.</param>
/// <param name="Overlap">What other clients of the build have as well.</param>
/// <param name="Schema">The schema; equal to itself alone.</param>
/// <param name="Operations">The operations with their kinds.</param>
/// <param name="Fragments">The fragments.</param>
internal sealed record NamesInput(
    string Client,
    ClientConfig Config,
    ClientOverlap Overlap,
    Schema Schema,
    EquatableList<NamedOperation> Operations,
    EquatableList<string> Fragments);

/// <summary>The C# names of a client's types; kept by reference.</summary>
internal sealed class ClientTypeNames(NamesInput input)
{
    private readonly NamesInput _input = input;

    public string Client { get; } = input.Client;

    public ClientConfig Config { get; } = input.Config;

    public Schema Schema { get; } = input.Schema;

    public TopLevelNames Names { get; } = new(
        input.Schema,
        input.Config,
        input.Operations,
        input.Fragments,
        input.Overlap);

    public static ClientTypeNames Create(NamesInput input, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return new ClientTypeNames(input);
    }

    /// <summary>Gets the names last made of the same, or makes them.</summary>
    public static ClientTypeNames Reuse(NamesInput input, ClientTypeNames? last) =>
        last is not null && last._input.Equals(input) ? last : new ClientTypeNames(input);

    public ClientBinder CreateBinder(TypenameNeeds typenames, BindingWork work) => new(Schema, typenames, Config, Names, work);

    /// <summary>Makes the model of what all files of a client share.</summary>
    public static ClientModel Bind(ClientTypeNames names, CancellationToken cancellationToken) => names.CreateBinder(cancellationToken).Client;

    /// <summary>Makes a binder of what names no fragment.</summary>
    public ClientBinder CreateBinder(CancellationToken cancellationToken) =>
        CreateBinder(new TypenameNeeds(Schema, static _ => null), new BindingWork(cancellationToken));
}
