using Lathe.Generator.Model;
using Lathe.Generator.Pipeline;
using Lathe.Language.Errors;
using Lathe.Language.Syntax;

namespace Lathe.Generator.Unused;

/// <summary>Finds the fields, operations and fragments of a client that no C# uses.</summary>
internal sealed class UnusedParts(ClientUnits units, CodeUse code, CancellationToken cancellationToken)
{
    private readonly string _client = units.Client.ClassName;
    private readonly ClientFrames _frames = new();
    private readonly KeptFields _kept = new(units.All[0].Unit.Config.KeepFields);
    private readonly List<LanguageError> _found = [];

    public IReadOnlyList<LanguageError> Find()
    {
        foreach (var (_, model) in units.All)
            _frames.Add(model);
        _frames.Link();
        foreach (var (type, property) in code.Properties)
            _frames.Read(type, property);
        foreach (var type in code.EscapedTypes)
            _frames.Escape(type);
        var used = units.Operations.Where(one => IsUsed(one.Model)).ToArray();
        FindUnusedOperations([.. used.Select(static one => one.Unit)]);
        FindUnusedFields(used);
        return _found;
    }

    private bool IsUsed(OperationModel model) =>
        (model.Pager is { } pager && (code.Names(_client, pager.ItemsMethodName) || code.Names(_client, pager.PagesMethodName)))
        || code.Names(_client, model.MethodName) || code.Names(_client, Binding.TopLevelNames.InParts(model.MethodName))
        || code.HasWord(model.ClassName);

    private void FindUnusedOperations(HashSet<CompilationUnit> used)
    {
        var reached = new HashSet<CompilationUnit>(used.SelectMany(unit => unit.Reach(cancellationToken)));
        var ofUnused = new HashSet<CompilationUnit>();
        foreach (var (unit, model) in units.Operations)
        {
            if (used.Contains(unit))
                continue;
            _found.Add(UnusedErrors.Of((OperationDefinitionSyntax)unit.Definition, $"{units.Client.InterfaceName}.{model.MethodName}"));
            ofUnused.UnionWith(unit.Reach(cancellationToken));
        }

        foreach (var (unit, model) in units.All)
        {
            if (model is FragmentModel fragment && ofUnused.Contains(unit) && !reached.Contains(unit) && !IsNamed(fragment))
                _found.Add(UnusedErrors.Of((FragmentDefinitionSyntax)unit.Definition));
        }
    }

    private bool IsNamed(FragmentModel fragment) =>
        code.HasWord(fragment.Root.Name) || code.HasWord(fragment.Interface.Name) || code.HasWord(fragment.ClassName);

    private void FindUnusedFields((CompilationUnit Unit, OperationModel Model)[] used)
    {
        var models = units.All.ToDictionary(static one => one.Unit, static one => one.Model);
        var uses = new DocumentUses(_frames, units.Fragments, cancellationToken);
        var walked = new Dictionary<CompilationUnit, HashSet<string>>();
        foreach (var (unit, model) in used)
        {
            // One whose data nobody looks at is sent for its own sake, or handed on unseen.
            string[] paged = [.. PagerSteps(model.Pager)];
            if (_frames.DataOf(model) is not { } data || (data.Read.Count == 0 && !data.IsEscaped && paged.Length == 0))
                continue;
            foreach (var one in unit.Reach(cancellationToken).Append(unit))
            {
                if (!walked.TryGetValue(one, out var names))
                {
                    walked.Add(one, names = new(StringComparer.Ordinal));
                    uses.Add(one, models[one]);
                }

                names.UnionWith(paged);
            }
        }

        foreach (var one in walked)
            Report(one.Key.Definition, new FieldReport(uses, one.Value));
    }

    // Generated code reads what pages are turned by.
    private static IEnumerable<string> PagerSteps(PagerModel? pager) => pager is null
        ? []
        : pager.Path.Concat(pager.Items).Concat(pager.HasMore).Concat(pager.Next).Select(static step => GeneratedTypes.Plain(step.PropertyName));

    private void Report(DefinitionSyntax definition, FieldReport report)
    {
        if (definition is OperationDefinitionSyntax operation)
            Report(operation.SelectionSet, report, isAction: operation.OperationType != OperationType.Query);
        else if (definition is FragmentDefinitionSyntax fragment)
            Report(fragment.SelectionSet, report, isAction: false);
    }

    // What is below an unused field goes with it.
    private void Report(SelectionSetSyntax set, FieldReport report, bool isAction)
    {
        foreach (var selection in set.Selections)
        {
            if (selection is InlineFragmentSyntax inline)
                Report(inline.SelectionSet, report, isAction);
            if (selection is not FieldSyntax field || report.Uses.Find(field) is not { } use)
                continue;
            if (!isAction && !use.IsRead && !_kept.Keeps(use) && !report.IsPaged(use) && !code.IsHidden(use.Properties))
                _found.Add(UnusedErrors.Of(use));
            else if (field.SelectionSet is { } below)
                Report(below, report, isAction: false);
        }
    }

    /// <summary>What is known while the fields of a definition are reported.</summary>
    private sealed record FieldReport(DocumentUses Uses, HashSet<string> Paged)
    {
        public bool IsPaged(FieldUse use) => Paged.Count > 0 && use.Properties.Any(one => Paged.Contains(one.Substring(one.LastIndexOf('.') + 1)));
    }
}
