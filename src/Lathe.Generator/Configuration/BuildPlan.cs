using Lathe.Generator.Binding;
using Lathe.Generator.Diagnostics;
using Lathe.Generator.Pipeline;
using Lathe.Language.Collections;
using Lathe.Language.Configuration;

namespace Lathe.Generator.Configuration;

/// <summary>Which clients to make of which files; equal by value, so that an edit of a document's text leaves it as it was.</summary>
/// <param name="Clients">The clients in the order of the configuration.</param>
/// <param name="Errors">The mistakes of the configuration.</param>
internal sealed record BuildPlan(EquatableList<ClientPlan> Clients, EquatableList<ErrorReport> Errors)
{
    public static BuildPlan None { get; } = new(EquatableList.Empty<ClientPlan>(), EquatableList.Empty<ErrorReport>());

    /// <summary>Gets the namespaces, as written in code, that several clients share: their files may have the same names.</summary>
    public EquatableList<string> SharedNamespaces => EquatableList.Create(
        Clients.GroupBy(static client => CSharpNames.EscapeNamespace(client.Config.Namespace ?? ""), StringComparer.OrdinalIgnoreCase)
            .Where(static clients => clients.Count() > 1).Select(static clients => clients.Key).ToArray());

    /// <summary>Gets the class names that several clients have, each in a namespace of its own.</summary>
    public EquatableList<string> SharedNames => EquatableList.Create(
        Clients.GroupBy(static client => client.Config.Client ?? "", StringComparer.Ordinal)
            .Where(static clients => clients.Count() > 1).Select(static clients => clients.Key).ToArray());
}

/// <summary>A client and its files.</summary>
/// <param name="Config">What is configured, with the defaults filled in: <c>Client</c> and <c>Namespace</c> are not null.</param>
/// <param name="SchemaPaths">The schema files in their order.</param>
/// <param name="DocumentPaths">The documents in ordinal order.</param>
internal sealed record ClientPlan(ClientConfig Config, EquatableList<string> SchemaPaths, EquatableList<string> DocumentPaths)
{
    /// <summary>Gets the name that tells the clients of a build apart.</summary>
    public string FullName => $"{Config.Namespace}.{Config.Client}";
}

/// <summary>What planning looks at; equal by value.</summary>
/// <param name="Files">All files.</param>
/// <param name="Configurations">The configuration files among them, with their texts.</param>
internal sealed record PlanInput(EquatableList<PlannedFile> Files, EquatableList<SourceFile> Configurations);

/// <summary>A file as planning sees it: without its text.</summary>
/// <param name="Path">The path.</param>
/// <param name="Kind">What it holds.</param>
internal readonly record struct PlannedFile(string Path, FileKind Kind);
