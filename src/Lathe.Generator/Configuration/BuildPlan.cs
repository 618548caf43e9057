using Lathe.Generator.Binding;
using Lathe.Generator.Diagnostics;
using Lathe.Generator.Pipeline;
using Lathe.Language.Collections;
using Lathe.Language.Configuration;

namespace Lathe.Generator.Configuration;

/// <summary>Which clients to make of which files; equal by value, so that an edit of a document's text leaves it as it was.</summary>
/// <param name="Clients">The clients in the order of the configuration.</param>
/// <param name="Repeated">The files whose path another one has that comes before them.</param>
/// <param name="Errors">The mistakes of the configuration.</param>
internal sealed record BuildPlan(EquatableList<ClientPlan> Clients, EquatableList<PlannedFile> Repeated, EquatableList<ErrorReport> Errors)
{
    public static BuildPlan None { get; } =
        new(EquatableList.Empty<ClientPlan>(), EquatableList.Empty<PlannedFile>(), EquatableList.Empty<ErrorReport>());
}

/// <summary>A client and its files.</summary>
/// <param name="Config">What is configured, with the defaults filled in: <c>Client</c> and <c>Namespace</c> are not null.</param>
/// <param name="Schema">The schema files in their order.</param>
/// <param name="Documents">The documents in ordinal order of their paths.</param>
internal sealed record ClientPlan(ClientConfig Config, EquatableList<PlannedFile> Schema, EquatableList<PlannedFile> Documents)
{
    /// <summary>Gets the name that tells the clients of a build apart.</summary>
    public string FullName => $"{Config.Namespace}.{Config.Client}";

    /// <summary>Gets the files that the client adds to the schema, in their order.</summary>
    public EquatableList<PlannedFile> Extensions { get; init; } = EquatableList.Empty<PlannedFile>();

    /// <summary>Gets what other clients of the build have as well.</summary>
    public ClientOverlap Overlap { get; init; } = ClientOverlap.None;
}

/// <summary>What planning looks at; equal by value.</summary>
/// <param name="Files">All files in the order of the project.</param>
/// <param name="Configurations">The configuration files among them, with their texts.</param>
internal sealed record PlanInput(EquatableList<PlannedFile> Files, EquatableList<SourceFile> Configurations);

/// <summary>A file as planning sees it: without its text.</summary>
/// <param name="Path">The path.</param>
/// <param name="Kind">What it holds.</param>
/// <param name="Index">Its place among the files of the project.</param>
internal readonly record struct PlannedFile(string Path, FileKind Kind, int Index);
