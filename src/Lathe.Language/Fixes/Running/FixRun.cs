using Lathe.Language.Errors;
using Lathe.Language.Fragments;
using Lathe.Language.Syntax;
using Lathe.Language.Text;
using Lathe.Language.TypeSystem;

namespace Lathe.Language.Fixes.Running;

/// <summary>
/// Mends the errors of documents until none is left that can be. A change that brings a new error is not made, but for one that a mended name
/// lays bare below it and that can be mended too.
/// </summary>
/// <param name="schema">The schema.</param>
/// <param name="check">Parses texts and finds their errors.</param>
/// <param name="ids">The kinds of error to mend.</param>
/// <param name="cancellationToken">Stops the work.</param>
internal sealed class FixRun(Schema schema, IFixCheck check, IReadOnlyCollection<string> ids, CancellationToken cancellationToken)
{
    // A corrected name can uncover a mistake below it. So there are as many rounds as a document has levels.
    private const int MostRounds = 200;

    // Each try checks the whole project. A document with more ambiguous errors than this needs a person.
    private const int MostChecks = 2_000;

    private readonly List<AppliedFix> _applied = [];
    private readonly HashSet<string> _refused = new(StringComparer.Ordinal);
    private int _checks;
    private CheckedDocuments _current = null!;

    /// <summary>Mends documents.</summary>
    /// <param name="documents">The documents as they are.</param>
    /// <returns>What was done.</returns>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public FixResult Run(IReadOnlyList<DocumentSyntax> documents)
    {
        var before = CheckedDocuments.Of(documents, check, cancellationToken);
        foreach (var allowsBared in new[] { true, false })
        {
            _current = before;
            _applied.Clear();
            _refused.Clear();
            for (var round = 0; round < MostRounds && RunRound(allowsBared); round++)
                cancellationToken.ThrowIfCancellationRequested();
            if (before.NewIn(_current).All(static error => error.Descriptor.Severity != ErrorSeverity.Error))
                break;
        }

        return new FixResult(_current.Documents, [.. _applied], [.. _current.Errors.Where(IsLeft)]);
    }

    private bool IsLeft(LanguageError error) => error.Descriptor.Severity == ErrorSeverity.Error || ids.Contains(error.Descriptor.Id);

    private bool RunRound(bool allowsBared)
    {
        for (var phase = 0; phase <= FixRules.LastPhase; phase++)
        {
            var context = new FixContext(schema, new DocumentIndex(_current.Documents, cancellationToken), cancellationToken);
            var proposals = _current.Errors
                .Where(error => ids.Contains(error.Descriptor.Id) && FixRules.PhaseOf(error.Descriptor.Id) == phase)
                .Where(error => !_refused.Contains(CheckedDocuments.Key(error)))
                .Select(error => new FixProposal(error, FixRules.Propose(error, context)))
                .Where(proposal => proposal.Fixes.Count > 0);
            if (Apply(Apart(proposals), allowsBared))
                return true;
        }

        return false;
    }

    // Edits of the same place wait for the next round.
    private static List<FixProposal> Apart(IEnumerable<FixProposal> proposals)
    {
        var taken = new List<FixProposal>();
        var edits = new Dictionary<SourceText, List<TextEdit>>();
        foreach (var proposal in proposals)
        {
            TextEdit[] own = [.. proposal.Fixes.SelectMany(fix => fix.Edits)];
            if (own.Any(edit => edits.TryGetValue(edit.Place.Source, out var others) && TextEdits.Overlap([edit], others)))
                continue;
            taken.Add(proposal);
            foreach (var edit in own)
            {
                if (!edits.TryGetValue(edit.Place.Source, out var others))
                    edits.Add(edit.Place.Source, others = []);
                others.Add(edit);
            }
        }

        return taken;
    }

    // Most edits are right. All are tried at once, and halved when one of them is wrong.
    private bool Apply(List<FixProposal> proposals, bool allowsBared)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (proposals.Count == 0)
            return false;
        if (proposals.TrueForAll(proposal => proposal.Likely is not null))
        {
            var choices = proposals.ConvertAll(proposal => (proposal.Error, proposal.Likely!));
            if (Try(choices, allowsBared) is { } better)
                return Accept(better, choices);
        }

        if (proposals.Count == 1)
            return ApplyOnly(proposals[0], allowsBared);
        var half = proposals.Count / 2;

        // The first half moves texts that the second half edits, so the second half waits for the next round.
        return Apply(proposals.GetRange(0, half), allowsBared) || Apply(proposals.GetRange(half, proposals.Count - half), allowsBared);
    }

    // When exactly one of several ways fits, it was meant.
    private bool ApplyOnly(FixProposal proposal, bool allowsBared)
    {
        var fitting = proposal.Fixes.Select(fix => (Fix: fix, Result: Try([(proposal.Error, fix)], allowsBared)))
            .Where(attempt => attempt.Result is not null).Take(2).ToArray();
        if (fitting.Length == 0 || (fitting.Length == 2 && fitting[0].Fix.Rank == fitting[1].Fix.Rank))
        {
            _refused.Add(CheckedDocuments.Key(proposal.Error));
            return false;
        }

        return Accept(fitting[0].Result!, [(proposal.Error, fitting[0].Fix)]);
    }

    private bool Accept(CheckedDocuments better, IEnumerable<(LanguageError Error, Fix Fix)> choices)
    {
        _current = better;
        _applied.AddRange(choices.Select(choice => new AppliedFix(choice.Error, choice.Fix)));
        return true;
    }

    private CheckedDocuments? Try(List<(LanguageError Error, Fix Fix)> choices, bool allowsBared)
    {
        if (_checks++ >= MostChecks)
            return null;
        var edits = choices.SelectMany(choice => choice.Fix.Edits).ToLookup(edit => edit.Place.Source);
        var result = CheckedDocuments.Of(
            [.. _current.Documents.Select(document => edits.Contains(document.Source) ? Edit(document, edits[document.Source]) : document)],
            check,
            cancellationToken);
        var added = _current.NewIn(result);
        var mends = result.CountOf(choices) <= _current.CountOf(choices) - choices.Count;
        return mends && added.All(error => allowsBared && IsBared(error, result, choices)) ? result : null;
    }

    private DocumentSyntax Edit(DocumentSyntax document, IEnumerable<TextEdit> edits) =>
        check.Parse(new SourceText(document.Source.Path, TextEdits.Apply(document.Source, edits)), cancellationToken);

    // Whether it stands at or below a corrected place, and is advice or can itself be corrected.
    private bool IsBared(LanguageError error, CheckedDocuments result, List<(LanguageError Error, Fix Fix)> choices)
    {
        if (error.Locations.Count == 0)
            return false;
        var isBelow = choices.Any(choice => choice.Error.Locations[0].Source.Path == error.Locations[0].Source.Path
            && choice.Error.Locations[0].Span.Start <= error.Locations[0].Span.Start);
        if (!isBelow || error.Descriptor.Severity != ErrorSeverity.Error)
            return isBelow;
        var context = new FixContext(schema, new DocumentIndex(result.Documents, cancellationToken), cancellationToken);
        return ids.Contains(error.Descriptor.Id) && FixRules.Propose(error, context).Count > 0;
    }
}
