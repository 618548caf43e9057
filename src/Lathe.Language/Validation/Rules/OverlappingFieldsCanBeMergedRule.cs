using Lathe.Language.Errors;
using Lathe.Language.Validation.Overlap;
using Lathe.Language.Validation.Walking;

namespace Lathe.Language.Validation.Rules;

/// <summary>Fields of one response key ask for the same, or can never meet.</summary>
/// <remarks><see href="https://spec.graphql.org/September2025/#sec-Field-Selection-Merging">Specification</see>.</remarks>
internal sealed class OverlappingFieldsCanBeMergedRule : IDocumentsRule
{
    public static readonly ErrorDescriptor Descriptor =
        new("GQL1026", "OverlappingFieldsCanBeMerged", "Fields of one name conflict", ErrorSeverity.Error);

    // Beyond so many nobody reads on; n fields of one key could give n * n.
    private const int MostConflicts = 200;

    private int _conflicts;

    /// <summary>Gets how many fields and pairs of fields were looked at.</summary>
    public long Steps { get; private set; }

    public void LeaveDocuments(ValidationContext context)
    {
        var scopes = new FieldScopes(context);
        var all = new List<FieldScope>();
        foreach (var (set, parentType) in context.Facts.SelectMany(facts => facts.Levels))
            all.Add(scopes.Get(set, parentType));
        var merger = new ScopeMerger(context, scopes);
        var mayConflict = merger.MayConflict(all);
        Steps = merger.Steps;
        if (mayConflict)
            Search(all, scopes, context);
    }

    private void Search(List<FieldScope> all, FieldScopes scopes, ValidationContext context)
    {
        var search = new ConflictSearch(context, scopes, context.WorkBudget + (20L * all.Sum(scope => (long)scope.Fields.Count)));
        foreach (var scope in all)
        {
            foreach (var conflict in search.FindWithin(scope))
                Report(conflict, context);
            if (search.IsExhausted && _conflicts == 0)
                context.Report(Descriptor, TooComplex, scope.SelectionSet);
            if (search.IsExhausted || _conflicts >= MostConflicts)
                break;
        }

        Steps += search.Steps;
    }

    private const string TooComplex =
        "Whether fields conflict cannot be told within the work allowed: too many fragments of fields with one name meet here. "
        + "Use different aliases, or split the operation.";

    private void Report(Conflict conflict, ValidationContext context)
    {
        if (_conflicts++ >= MostConflicts)
            return;
        var message =
            $"Fields \"{conflict.Key}\" conflict because {conflict.Reason}. "
            + "Use different aliases on the fields to fetch both if this was intentional.";
        context.Report(Descriptor, message, [.. conflict.First, .. conflict.Second]);
    }
}
