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
    private static readonly ValidationOptions Errors = ValidationOptions.Project with { Scopes = ProjectCheck.OfDocuments };

    private static readonly ValidationOptions Advice = ValidationOptions.Advice with { Scopes = ProjectCheck.OfDocuments };

    private static readonly ValidationOptions Cycles = ValidationOptions.Project with { Scopes = ProjectCheck.OfFragments };

    public static EquatableList<ErrorReport> Of(ProjectIndex index, CancellationToken cancellationToken)
    {
        var errors = new List<LanguageError>();
        foreach (var client in index.Clients)
        {
            // The rules walk all documents, so they are asked only when there is something to find.
            var fragments = client.FindFragmentState(cancellationToken);
            if (client.HasShadowedNames || client.HasTypes)
                errors.AddRange(Validate(client, Errors, cancellationToken));
            if (fragments.HasCycle)
                errors.AddRange(Validate(client, Cycles, cancellationToken));
            if (fragments.HasUnused)
                errors.AddRange(Validate(client, Advice, cancellationToken).Where(error => !Suppressions.Cover(error)));
        }

        return errors.Count == 0 ? EquatableList.Empty<ErrorReport>() : ErrorReport.Of(errors);
    }

    // Of definitions with one name the first is compiled; only rules of the project look at the others.
    private static IReadOnlyList<LanguageError> Validate(ClientIndex client, ValidationOptions options, CancellationToken cancellationToken)
    {
        IReadOnlyList<DocumentSyntax> documents =
            [.. client.Documents.Select(file => file.GetDefinitions(client.Plan.Config, cancellationToken).Document)];
        if (ReferenceEquals(options, Cycles))
            documents = ProjectCheck.Compiled(documents);
        return DocumentValidator.Validate(client.Schema, documents, options, cancellationToken);
    }
}
