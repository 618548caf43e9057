using Lathe.Generator.Binding;
using Lathe.Generator.Emission;
using Lathe.Generator.Model;
using Lathe.Language.Configuration;
using Lathe.Language.Syntax;
using Lathe.Language.TypeSystem;

namespace Lathe.Generator;

/// <summary>Makes a whole client of valid documents: schema and documents to models, models to C#.</summary>
internal static class ClientGenerator
{
    /// <summary>Binds the operations of documents, and the fragments, inputs and enums that they reach.</summary>
    /// <param name="schema">The schema.</param>
    /// <param name="documents">The documents, validated; what is invalid is left out.</param>
    /// <param name="config">The client; name and namespace filled in.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    public static BoundClient Bind(
        Schema schema, IReadOnlyList<DocumentSyntax> documents, ClientConfig config, CancellationToken cancellationToken = default)
    {
        var index = new DocumentIndex(documents);
        var names = new TopLevelNames(schema, config, index.OperationNames, index.FragmentNames, ClientOverlap.None);
        var binder = new ClientBinder(schema, index, config, names, cancellationToken: default);
        var operations = new List<OperationModel>();
        var fragments = new SortedDictionary<string, FragmentModel?>(StringComparer.Ordinal);
        foreach (OperationDefinitionSyntax operation in index.Operations)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (binder.BindOperation(operation) is not { } model)
                continue;
            operations.Add(model);
            foreach (FragmentDefinitionSyntax fragment in index.Reach(operation.SelectionSet) ?? [])
            {
                if (!fragments.ContainsKey(fragment.Name.Value))
                    fragments.Add(fragment.Name.Value, binder.BindFragment(fragment));
            }
        }

        return Complete(binder, operations, [.. fragments.Values.OfType<FragmentModel>()]);
    }

    /// <summary>Emits all files of a client.</summary>
    public static IEnumerable<GeneratedFile> Emit(BoundClient client) =>
    [
        ClientEmitter.Emit(client.Client),
        RegistrationEmitter.Emit(client.Client),
        .. client.Operations.Select(OperationEmitter.Emit),
        .. client.Fragments.Select(FragmentEmitter.Emit),
        .. client.Inputs.Select(InputEmitter.Emit),
        .. client.Enums.Select(EnumEmitter.Emit),
    ];

    private static BoundClient Complete(ClientBinder binder, List<OperationModel> operations, List<FragmentModel> fragments)
    {
        IReadOnlyList<string> types = binder.Reach(
            operations.SelectMany(static one => one.TypeNames).Concat(fragments.SelectMany(static one => one.TypeNames)));
        return new BoundClient
        {
            Client = binder.Client,
            Operations = operations.ToEquatableArray(),
            Fragments = fragments.ToEquatableArray(),
            Inputs = types.Select(binder.BindInput).OfType<InputModel>().ToEquatableArray(),
            Enums = types.Select(binder.BindEnum).OfType<EnumModel>().ToEquatableArray(),
        };
    }
}
