using Lathe.Language.Errors;
using Lathe.Language.Syntax;
using Lathe.Language.TypeSystem;
using Lathe.Language.Validation.Fragments;
using Lathe.Language.Validation.Rules;
using Lathe.Language.Validation.Walking;

namespace Lathe.Language.Validation;

/// <summary>Checks executable documents against a schema (specification, section 5).</summary>
internal static class DocumentValidator
{
    /// <summary>Checks documents under all <see cref="SpecifiedRules"/>; unused fragments are left to the caller.</summary>
    /// <param name="schema">The schema.</param>
    /// <param name="documents">The documents of one project, checked as one: a fragment may be in any of them.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>All errors in the order of the documents and of their texts; syntax errors are not among them.</returns>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public static IReadOnlyList<LanguageError> Validate(
        Schema schema,
        IReadOnlyList<DocumentSyntax> documents,
        CancellationToken cancellationToken = default) =>
        Validate(schema, documents, ValidationOptions.Project, cancellationToken);

    /// <summary>Checks documents.</summary>
    /// <param name="schema">The schema.</param>
    /// <param name="documents">The documents of one project, checked as one: a fragment may be in any of them.</param>
    /// <param name="options">Which rules apply.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>All errors in the order of the documents and of their texts; syntax errors are not among them.</returns>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public static IReadOnlyList<LanguageError> Validate(
        Schema schema,
        IReadOnlyList<DocumentSyntax> documents,
        ValidationOptions options,
        CancellationToken cancellationToken = default)
    {
        var context = new ValidationContext(schema, new DocumentIndex(documents), options.LostFragments, cancellationToken)
        {
            WorkBudget = options.WorkBudget,
            OtherFragments = options.OtherFragments,
        };
        var rules = new RuleSet(options.CreateRules());
        new DocumentWalker(context, rules).Walk();
        ClosureWalk.Run(context, rules, NoUndefinedVariablesRule.Descriptor);
        foreach (var rule in rules.Documents)
            rule.LeaveDocuments(context);
        return context.SortedErrors();
    }
}
