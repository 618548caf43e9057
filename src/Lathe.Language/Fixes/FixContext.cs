using Lathe.Language.Errors;
using Lathe.Language.Fragments;
using Lathe.Language.Syntax;
using Lathe.Language.TypeSystem;
using Lathe.Language.Validation;
using Lathe.Language.Validation.Fragments;

namespace Lathe.Language.Fixes;

/// <summary>What fixes look at: the schema and the documents in which errors were found.</summary>
/// <param name="Schema">The schema.</param>
/// <param name="Documents">The documents; those of other texts that a fix may have to edit included.</param>
/// <param name="CancellationToken">Stops the work.</param>
internal sealed record FixContext(Schema Schema, DocumentIndex Documents, CancellationToken CancellationToken)
{
    /// <summary>Finds the definition at an error's place.</summary>
    /// <returns>The definition, or null where the place is in none.</returns>
    public DefinitionSyntax? DefinitionAt(SourceLocation place) => Documents.Documents
        .Where(document => document.Source == place.Source).SelectMany(document => document.Definitions)
        .FirstOrDefault(definition => definition.Span.Start <= place.Span.Start && place.Span.Start < definition.Span.End);

    /// <summary>Finds the operations that have, or reach, a definition.</summary>
    public IEnumerable<OperationDefinitionSyntax> OperationsOf(DefinitionSyntax definition) => definition is FragmentDefinitionSyntax fragment
        ? Documents.Operations.Where(operation => Documents.Graph.Reach(operation.SelectionSet).Contains(fragment))
        : Documents.Operations.Where(operation => operation == definition);

    /// <summary>Finds the uses of the variables of an operation, in its fragments too.</summary>
    public IEnumerable<VariableUsage> UsagesOf(OperationDefinitionSyntax operation) =>
        new DefinitionSyntax[] { operation }.Concat(Documents.Graph.Reach(operation.SelectionSet))
            .SelectMany(definition => Facts(definition).Usages).Where(static usage => usage.Node.Fragment is null);

    private DefinitionFacts Facts(DefinitionSyntax definition) => DocumentValidator.ValidateUnit(
        Schema, definition, Documents.FindFragment, [], new ValidationOptions { OnlyRules = [] }, CancellationToken).Facts;
}
