using System.Globalization;
using System.Text;
using System.Text.Json;
using Lathe.Language.Changes;
using Lathe.Language.Changes.Impact;
using Lathe.Tool.Output;

namespace Lathe.Tool.Drift;

/// <summary>What changed between two schemas, and what it breaks.</summary>
internal sealed class DriftReport : Report
{
    private readonly DriftRules _rules;

    public DriftReport(IReadOnlyList<Drifted> changes, IReadOnlyList<RefusedOperation> refused, DriftRules rules)
    {
        Changes = changes;
        _rules = rules;

        // An error that a change explains is not repeated, and one that an ignored change explains is known.
        var broken = changes.Where(change => change.IsBreaking).SelectMany(change => change.Impact.Affected);
        var explained = broken.Where(use => use.IsCertain).Select(use => (use.Operation, use.Fragment)).ToHashSet();
        Unexplained = [.. refused.Where(operation => !explained.Contains((operation.Operation, operation.Fragment)))];
        Refused = refused;
        Findings = [.. DriftFindings.Make(this)];
    }

    public IReadOnlyList<Drifted> Changes { get; }

    /// <summary>Gets the operations that the new schema refuses.</summary>
    public IReadOnlyList<RefusedOperation> Refused { get; }

    /// <summary>Gets the refused operations that no change explains.</summary>
    public IReadOnlyList<RefusedOperation> Unexplained { get; }

    public override string Title => "lathe schema";

    public override IReadOnlyList<Finding> Findings { get; }

    /// <summary>Gets a value indicating whether the drift breaks the project.</summary>
    public bool Breaks => Unexplained.Count > 0 || Changes.Any(Fails);

    /// <summary>Gets a value indicating whether the committed schema is still to be replaced.</summary>
    public bool IsToAccept { get; init; }

    /// <summary>Gets what to do now, or null where it is nothing.</summary>
    public string? NextStep
    {
        get
        {
            var isHit = Unexplained.Count > 0 || Changes.Any(change => Fails(change) && IsHit(change));
            if (isHit)
            {
                var accept = IsToAccept ? ", and replace the committed one by running the check with --accept" : string.Empty;
                return $"Next: change these operations to fit the new schema{accept}.";
            }

            if (WithoutDocuments is { Length: > 0 } projects)
            {
                return $"It is not known which operations are hit: no documents were found for {projects}. "
                    + "So every breaking change counts. Name the documents in the configuration or with --documents.";
            }

            if (Breaks)
                return "Nothing of yours is known to be hit: every breaking change counts with --strict.";
            return IsToAccept && Changes.Count > 0 ? "Next: replace the committed schema by running the check with --accept." : null;
        }
    }

    // Only projects that fail for it. Where nothing breaks, nobody has to act.
    private string WithoutDocuments => string.Join(", ", Changes.Where(change => !change.HasDocuments && Fails(change))
        .Select(change => $"project '{change.Project}'").Distinct(StringComparer.Ordinal));

    public override string Summary
    {
        get
        {
            if (Changes.Count == 0)
                return "The schemas are the same.";
            var hit = Changes.Count(change => change.IsBreaking && change.Impact.Affected.Count > 0);
            var broken = BrokenUses(isCertain: true).Distinct().ToArray();
            var doubtful = BrokenUses(isCertain: false).Distinct().Except(broken).Count();
            var ignored = Changes.Count(change => change.Ignored is not null);
            var unknown = Changes.Count(change => change.IsBreaking && !change.HasDocuments);

            var culture = CultureInfo.InvariantCulture;
            var text = new StringBuilder();
            text.Append(culture, $"{Count(ChangeCriticality.Breaking)} breaking ({hit} {(hit == 1 ? "touches" : "touch")} you");
            if (unknown > 0)
                text.Append(culture, $", {unknown} unknown for want of documents");
            text.Append(culture, $"), {Count(ChangeCriticality.Dangerous)} dangerous, {Count(ChangeCriticality.Safe)} safe changes; ");
            text.Append(culture, $"{broken.Length} of your operations {(broken.Length == 1 ? "is" : "are")} hit by breaking ones");
            if (doubtful > 0)
                text.Append(culture, $", {doubtful} may be hit through a variable");
            text.Append('.');
            if (ignored > 0)
                text.Append(culture, $" {ignored} ignored.");
            return text.ToString();
        }
    }

    /// <summary>Gets the names of the operations that breaking changes hit.</summary>
    public IReadOnlyList<string> BrokenOperations => Names(BrokenUses(isCertain: true));

    /// <summary>Gets the names of the operations that breaking changes may hit besides, by what their variables hold.</summary>
    public IReadOnlyList<string> DoubtfulOperations => [.. Names(BrokenUses(isCertain: false)).Except(BrokenOperations, StringComparer.Ordinal)];

    // A file holds one anonymous operation, so that its path tells it from others; a fragment that nobody uses is no operation.
    private IEnumerable<(string? Operation, string? File)> BrokenUses(bool isCertain) => Changes
        .Where(change => change.IsBreaking && change.Ignored is null)
        .SelectMany(change => change.Impact.Affected)
        .Where(use => use.IsCertain == isCertain)
        .Select(use => (use.Operation, use.Fragment, use.Location.Source.Path))
        .Concat(Unexplained.Where(_ => isCertain).Select(refused => (refused.Operation, refused.Fragment, refused.Error.Locations[0].Source.Path)))
        .Where(use => use.Operation is not null || use.Fragment is null)
        .Select(use => (use.Operation, use.Operation is null ? use.Path : null));

    private static IReadOnlyList<string> Names(IEnumerable<(string? Operation, string? File)> uses) =>
        [.. uses.Select(use => use.Operation).OfType<string>().Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];

    /// <summary>Tells whether a change breaks the project: one that touches it, and any where nobody can say what it touches.</summary>
    public bool Fails(Drifted change) =>
        change.IsBreaking && change.Ignored is null && (IsHit(change) || _rules.Strict || !change.HasDocuments);

    private bool IsHit(Drifted change) => _rules.CertainOnly ? change.IsCertain : change.Impact.Affected.Count > 0;

    public int Count(ChangeCriticality criticality) => Changes.Count(change => change.Change.Criticality == criticality);

    public override void WriteJson(Utf8JsonWriter json) => DriftJson.Write(json, this);

    public override void WriteText(TextWriter output, TerminalStyle style) => DriftTable.Write(output, this, style);

    public override void WriteMarkdown(TextWriter output) => DriftMarkdown.Write(output, this);

    /// <summary>Joins the reports of several projects.</summary>
    public static DriftReport Join(IReadOnlyList<DriftReport> reports, bool isToAccept) => new(
        [.. reports.SelectMany(report => report.Changes)],
        [.. reports.SelectMany(report => report.Refused)],
        reports[0]._rules)
    {
        IsToAccept = isToAccept,
    };
}
