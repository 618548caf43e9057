using Lathe.Generator.Diagnostics;
using Lathe.Language.Collections;
using Lathe.Language.Errors;
using Lathe.Language.Projects;
using Lathe.Language.Syntax;
using Lathe.Language.Validation;

namespace Lathe.Generator.Pipeline;

/// <summary>What is wrong between documents: names that stand twice, fragments that nothing uses, type definitions.</summary>
internal static class ProjectErrors
{
    private static readonly ValidationOptions s_errors = ValidationOptions.Project with { Scopes = ProjectCheck.OfDocuments };

    private static readonly ValidationOptions s_advice = ValidationOptions.Advice with { Scopes = ProjectCheck.OfDocuments };

    private static readonly ValidationOptions s_cycles = ValidationOptions.Project with { Scopes = ProjectCheck.OfFragments };

    public static EquatableList<ErrorReport> Of(ProjectIndex index, CancellationToken cancellationToken)
    {
        var errors = new List<LanguageError>();
        foreach (var client in index.Clients)
        {
            // The rules walk all documents, so they are asked only when there is something to find.
            var fragments = client.FindFragmentState(cancellationToken);
            if (client.HasShadowedNames || client.HasTypes)
                errors.AddRange(Validate(client, s_errors, cancellationToken));
            if (fragments.HasCycle)
                errors.AddRange(Validate(client, s_cycles, cancellationToken));
            if (fragments.HasUnused)
                errors.AddRange(Validate(client, s_advice, cancellationToken).Where(error => !Suppressions.Cover(error)));
        }

        return errors.Count == 0 ? EquatableList.Empty<ErrorReport>() : ErrorReport.Of(errors);
    }

    // Of several definitions with one name the first is compiled. Only project rules look at the others.
    private static IReadOnlyList<LanguageError> Validate(ClientIndex client, ValidationOptions options, CancellationToken cancellationToken)
    {
        IReadOnlyList<DocumentSyntax> documents =
            [.. client.Documents.Select(file => file.GetDefinitions(client.Plan.Config, cancellationToken).Document)];
        if (ReferenceEquals(options, s_cycles))
            documents = ProjectCheck.Compiled(documents);
        return DocumentValidator.Validate(client.Schema, documents, options, cancellationToken);
    }
}
