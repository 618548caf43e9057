using Lathe.Language.Errors;
using Lathe.Language.Fragments;
using Lathe.Language.Rules;
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
        var context = CreateContext(schema, new DocumentIndex(documents, cancellationToken), options, cancellationToken);
        Run(context, options, []);
        return context.SortedErrors();
    }

    /// <summary>Checks one operation or fragment.</summary>
    /// <param name="schema">The schema.</param>
    /// <param name="definition">The definition, the only one that is walked.</param>
    /// <param name="findFragment">Finds the fragments that it reaches, or gives null.</param>
    /// <param name="reached">What is known of those that it reaches; needed for rules of the scope <see cref="RuleScope.Reach"/> alone.</param>
    /// <param name="options">Which rules apply.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>The errors, those of the rules that look at all that is reached included, and what is now known of the definition.</returns>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public static UnitFindings ValidateUnit(
        Schema schema,
        DefinitionSyntax definition,
        Func<string, FragmentDefinitionSyntax?> findFragment,
        IEnumerable<DefinitionFacts> reached,
        ValidationOptions options,
        CancellationToken cancellationToken = default)
    {
        var documents = new DocumentIndex([DocumentSyntax.Create([definition])], cancellationToken) { FindOther = findFragment };
        var context = CreateContext(schema, documents, options, cancellationToken);
        Run(context, options, reached);
        return new UnitFindings(context.SortedErrors(), context.Facts[0]);
    }

    private static ValidationContext CreateContext(
        Schema schema, DocumentIndex documents, ValidationOptions options, CancellationToken cancellationToken) =>
        new(schema, documents, options.LostFragments, cancellationToken)
        {
            WorkBudget = options.WorkBudget,
            OtherFragments = options.OtherFragments,
        };

    private static void Run(ValidationContext context, ValidationOptions options, IEnumerable<DefinitionFacts> reached)
    {
        var rules = new RuleSet(options.CreateRules());
        new DocumentWalker(context, rules).Walk();
        context.Facts.AddRange(reached);
        ClosureWalk.Run(context, rules, NoUndefinedVariablesRule.Descriptor);
        foreach (var rule in rules.Documents)
            rule.LeaveDocuments(context);
    }
}
