using Lathe.Language.Errors;
using Lathe.Language.Syntax;
using Lathe.Language.Text;
using Lathe.Language.TypeSystem;
using Lathe.Language.Validation.Rules;
using Lathe.Language.Validation.Types;

namespace Lathe.Language.Fixes.Running;

/// <summary>
/// Removes fields, operations and fragments that a build found unused, then variables that lose their use. A selection set that would be empty keeps
/// <c>__typename</c>, so that no C# type goes.
/// </summary>
/// <param name="schema">The schema.</param>
/// <param name="check">Parses texts and finds their errors.</param>
/// <param name="mayRemove">Whether C# can do without an optional variable of an operation.</param>
/// <param name="cancellationToken">Stops the work.</param>
internal sealed class UnusedRemoval(Schema schema, IFixCheck check, Func<string, bool> mayRemove, CancellationToken cancellationToken)
{
    private readonly List<AppliedFix> _applied = [];
    private readonly List<LanguageError> _left = [];

    /// <summary>Removes what is named.</summary>
    /// <param name="documents">The documents as they were built.</param>
    /// <param name="unused">What the build found; places that hold something else are left, since the documents have changed.</param>
    public FixResult Run(IReadOnlyList<DocumentSyntax> documents, IReadOnlyList<LanguageError> unused)
    {
        var before = CheckedDocuments.Of(documents, check, cancellationToken);
        var byText = unused.Where(error => error.Locations.Count > 0).ToLookup(error => error.Locations[0].Source);
        DocumentSyntax[] removed = [.. documents.Select(document => Remove(document, byText[document.Source]))];
        var rest = new FixRun(schema, check, [NoUnusedVariablesRule.Descriptor.Id], cancellationToken).Run(removed);
        var faulty = before.NewIn(CheckedDocuments.Of(rest.Documents, check, cancellationToken))
            .Where(error => error.Descriptor.Severity == ErrorSeverity.Error && error.Locations.Count > 0)
            .Select(error => error.Locations[0].Source.Path);
        if (faulty.Any())
            return new FixResult(documents, [], [.. unused]);
        return new FixResult(rest.Documents, [.. _applied, .. rest.Applied], _left);
    }

    // From the last to the first, so that earlier places do not move.
    private DocumentSyntax Remove(DocumentSyntax document, IEnumerable<LanguageError> unused)
    {
        foreach (var error in unused.OrderByDescending(error => error.Locations[0].Span.Start))
        {
            cancellationToken.ThrowIfCancellationRequested();
            var fix = Propose(document, error.Locations[0].Span);
            if (fix is null)
            {
                _left.Add(error);
                continue;
            }

            _applied.Add(new AppliedFix(error, fix));
            var text = TextEdits.Apply(document.Source, fix.Edits);
            document = check.Parse(new SourceText(document.Source.Path, text), cancellationToken);
        }

        return document;
    }

    private Fix? Propose(DocumentSyntax document, SourceSpan span)
    {
        var definition = document.Definitions.FirstOrDefault(one => one.Span.Start <= span.Start && span.Start < one.Span.End);
        if (definition is not null && NodeLocation.Of(definition).Span == span)
            return new Fix($"Remove {Name(definition)}", [Removal.OfDefinition(definition)]);
        var set = definition switch
        {
            OperationDefinitionSyntax operation => operation.SelectionSet,
            FragmentDefinitionSyntax fragment => fragment.SelectionSet,
            _ => null,
        };
        while (set is not null)
        {
            if (set.Selections.FirstOrDefault(one => one.Span.Start <= span.Start && span.Start < one.Span.End) is not { } found)
                return null;
            if (found is FieldSyntax field && NodeLocation.Of(field).Span == span)
                return MayRemove(definition!, field) ? new Fix($"Remove {field.ResponseKey}", [EditOf(field, set)]) : null;
            set = found switch
            {
                FieldSyntax outer => outer.SelectionSet,
                InlineFragmentSyntax inline => inline.SelectionSet,
                _ => null,
            };
        }

        return null;
    }

    private static TextEdit EditOf(FieldSyntax field, SelectionSetSyntax set) => set.Selections.Count > 1
        ? Removal.Of(field)
        : TextEdit.Replace(field.Source, field.Span.Start, field.Span.End, "__typename");

    // C# passes a required variable. Removing it would break that call.
    private bool MayRemove(DefinitionSyntax definition, FieldSyntax field)
    {
        var names = VariableNames.In(field);
        if (names.Count == 0)
            return true;
        if (definition is not OperationDefinitionSyntax operation)
            return false;
        return operation.VariableDefinitions.Where(variable => names.Contains(variable.Variable.Name.Value)).All(
            variable => (!InputTypes.Reference(variable.Type).IsNonNull || variable.DefaultValue is not null)
                && mayRemove(variable.Variable.Name.Value));
    }

    private static string Name(DefinitionSyntax definition) => definition switch
    {
        OperationDefinitionSyntax operation => $"operation {operation.Name?.Value}",
        FragmentDefinitionSyntax fragment => $"fragment {fragment.Name.Value}",
        _ => "definition",
    };
}
