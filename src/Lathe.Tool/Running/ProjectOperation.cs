using Lathe.Language.Errors;
using Lathe.Language.Fragments;
using Lathe.Language.Projects;
using Lathe.Language.Syntax;
using Lathe.Language.TypeSystem;
using Lathe.Tool.Files;
using Lathe.Tool.Operations;

namespace Lathe.Tool.Running;

/// <summary>One operation of a project with all that it reaches, and what is wrong with them.</summary>
internal sealed class ProjectOperation
{
    /// <summary>Gets the project.</summary>
    public required ProjectSources Project { get; init; }

    /// <summary>Gets the schema, with what the client adds to it.</summary>
    public required Schema Schema { get; init; }

    /// <summary>Gets the operation.</summary>
    public required OperationDefinitionSyntax Definition { get; init; }

    /// <summary>Gets the definitions that the build would compile, which its fragments are among.</summary>
    public required DocumentIndex Index { get; init; }

    /// <summary>Gets the errors that keep it from being sent, by the rules of the build.</summary>
    public required IReadOnlyList<LanguageError> Errors { get; init; }

    /// <summary>Gets the name; a sound operation has one.</summary>
    public string Name => Definition.Name!.Value;

    /// <summary>Gets the kind.</summary>
    public OperationType Type => Definition.OperationType;

    /// <summary>Makes the text that a generated client sends.</summary>
    /// <exception cref="InvalidOperationException">There are errors.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public string RequestText(CancellationToken cancellationToken) => Errors.Count > 0
        ? throw new InvalidOperationException("An operation with errors is not sent.")
        : PersistedDocument.Create(Schema, Index, new TypenameNeeds(Schema, Index.FindFragment), Definition, cancellationToken).Body;
}
