using Lathe.Generator.Diagnostics;
using Lathe.Language.Collections;
using Lathe.Language.Errors;
using Lathe.Language.Rules;
using Lathe.Language.Validation;

namespace Lathe.Generator.Pipeline;

/// <summary>What is wrong between documents: names that stand twice, fragments that nothing uses, type definitions.</summary>
internal static class ProjectErrors
{
    private static readonly ValidationOptions Names = new() { OnlyRules = ["UniqueOperationNames", "UniqueFragmentNames"] };

    private static readonly ValidationOptions Executable = new() { OnlyRules = ["ExecutableDefinitions"] };

    private static readonly ValidationOptions UnusedFragments = ValidationOptions.Advice with { Scope = RuleScope.Project };

    public static EquatableList<ErrorReport> Of(ProjectIndex index, CancellationToken cancellationToken)
    {
        var errors = new List<LanguageError>();
        foreach (var client in index.Clients)
        {
            // The rules walk all documents, so they are asked only when there is something to find.
            if (client.HasShadowedNames)
                errors.AddRange(Validate(client, client.Documents, Names, cancellationToken));
            if (client.Mixed.Count > 0)
                errors.AddRange(Validate(client, client.Mixed, Executable, cancellationToken));
            if (client.HasUnusedFragments(cancellationToken))
                errors.AddRange(Validate(client, client.Documents, UnusedFragments, cancellationToken).Where(error => !Suppressions.Cover(error)));
        }

        return errors.Count == 0 ? EquatableList.Empty<ErrorReport>() : ErrorReport.Of(errors);
    }

    private static IReadOnlyList<LanguageError> Validate(
        ClientIndex client, IEnumerable<SourceFile> files, ValidationOptions options, CancellationToken cancellationToken)
    {
        var documents = files.Select(file => file.GetDefinitions(cancellationToken).Document).ToArray();
        return DocumentValidator.Validate(client.Schema, documents, options, cancellationToken);
    }
}
