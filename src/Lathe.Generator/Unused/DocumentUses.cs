using Lathe.Generator.Model;
using Lathe.Generator.Pipeline;
using Lathe.Language.Syntax;
using Lathe.Language.TypeSystem;

namespace Lathe.Generator.Unused;

/// <summary>Finds the properties that came of each field of the documents: the walk of the binder once more, along the types that it made.</summary>
internal sealed class DocumentUses(ClientFrames frames, IReadOnlyDictionary<string, CompilationUnit> fragments, CancellationToken cancellationToken)
{
    private readonly Dictionary<FieldSyntax, FieldUse> _uses = [];
    private readonly HashSet<(SelectionSetSyntax Set, string Frame)> _seen = [];
    private Schema _schema = null!;
    private DefinitionSyntax _owner = null!;

    /// <summary>Gets what is known of a field; null for one that no property came of.</summary>
    public FieldUse? Find(FieldSyntax field) => _uses.TryGetValue(field, out var use) && use.Properties.Count > 0 ? use : null;

    /// <summary>Walks an operation or fragment.</summary>
    public void Add(CompilationUnit unit, IUnitModel model)
    {
        (_schema, _owner) = (unit.Schema, unit.Definition);
        if (unit.Definition is OperationDefinitionSyntax operation && model is OperationModel made)
        {
            if (frames.DataOf(made) is { } data && _schema.FindRootType(operation.OperationType) is { } root)
                VisitPart(operation.SelectionSet, root.Name, data);
        }
        else if (unit.Definition is FragmentDefinitionSyntax fragment && model is FragmentModel bound)
        {
            foreach (var frame in frames.RootsOf(bound))
                VisitPart(fragment.SelectionSet, fragment.TypeCondition.Name.Value, frame);
        }
    }

    private void Visit(SelectionSetSyntax set, string type, TypeFrame frame)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (!_seen.Add((set, frame.Name)))
            return;
        foreach (var selection in set.Selections)
        {
            if (selection is FieldSyntax field)
                VisitField(field, type, frame);
            else if (selection is InlineFragmentSyntax inline)
                VisitPart(inline.SelectionSet, inline.TypeCondition?.Name.Value ?? type, frame);
            else if (selection is FragmentSpreadSyntax spread && fragments.TryGetValue(spread.Name.Value, out var unit))
                Spread((FragmentDefinitionSyntax)unit.Definition, frame);
        }
    }

    private void Spread(FragmentDefinitionSyntax fragment, TypeFrame frame)
    {
        var outer = _owner;
        _owner = fragment;
        VisitPart(fragment.SelectionSet, fragment.TypeCondition.Name.Value, frame);
        _owner = outer;
    }

    // A selection set applies to some cases only. The others are skipped.
    private void VisitPart(SelectionSetSyntax set, string type, TypeFrame frame)
    {
        Visit(set, type, frame);
        if (frame.Cases.Count == 0)
            return;
        var possible = _schema.GetPossibleTypes(type);
        foreach (var one in frame.Cases)
        {
            if (one.TypeNames.Count == 0 || one.TypeNames.Any(name => name == type || possible.Contains(name)))
                Visit(set, type, one);
        }
    }

    private void VisitField(FieldSyntax field, string type, TypeFrame frame)
    {
        if (_schema.FindType(type) is not { } parent || _schema.FindField(parent, field.Name.Value) is not { } definition)
            return;
        if (!_uses.TryGetValue(field, out var use))
            _uses.Add(field, use = new FieldUse(field, _owner, type));
        if (!frame.Fields.TryGetValue(field.ResponseKey, out var made))
            return;
        Note(use, frame, made);
        if (field.SelectionSet is { } below && frame.ChildOf(made) is { } child && frames.Find(child) is { } found)
            VisitPart(below, definition.Type.NamedType, found);
    }

    private void Note(FieldUse use, TypeFrame frame, FieldModel made)
    {
        var holder = made.IsInherited && frame.Base is { } name ? frames.Find(name) ?? frame : frame;
        var property = GeneratedTypes.Plain(made.PropertyName);
        use.Properties.Add($"{holder.Name}.{property}");
        use.IsRead |= frame.IsEscaped || holder.IsEscaped || holder.Read.Contains(property);
    }
}
