using Lathe.Language.Syntax;
using Lathe.Language.TypeSystem;

namespace Lathe.Language.Paging;

/// <summary>Merges the fields of one level of a response, those of fragments included.</summary>
internal sealed class LevelReader(Schema schema, Func<string, FragmentDefinitionSyntax?> findFragment, CancellationToken cancellationToken)
{
    // The largest known operations take a few hundred. Beyond this an operation gets no pager.
    private const int MostSteps = 50_000;

    private int _steps;

    /// <summary>Gets a value indicating whether all could be read.</summary>
    public bool IsComplete => _steps <= MostSteps;

    /// <summary>Finds a field below one that each answer has, whatever its type and the variables; null where there is none.</summary>
    public MergedField? FindBelow(MergedField field, Func<MergedField, bool> fits) =>
        ReadBelow(field).Find(one => one.Step.TypeCondition is null && one.IsCertain && fits(one));

    /// <summary>Reads the level below a field.</summary>
    public List<MergedField> ReadBelow(MergedField field) =>
        schema.FindType(field.Definition.Type.NamedType) is { IsComposite: true } type ? Read(type, field.Below) : [];

    /// <summary>Reads a level.</summary>
    /// <param name="type">The type that is selected from.</param>
    /// <param name="sets">The selection sets.</param>
    /// <returns>The fields in the order in which they first appear.</returns>
    public List<MergedField> Read(NamedType type, IEnumerable<SelectionSetSyntax> sets)
    {
        var level = new Level(schema, type);
        foreach (var set in sets)
            level.Open(set, type, null, isCertain: true);
        while (level.Next() is { } next && IsComplete)
        {
            cancellationToken.ThrowIfCancellationRequested();
            _steps++;
            if (next.Selection is FieldSyntax field)
                level.Add(field, next);
            else if (next.Selection is InlineFragmentSyntax inline)
                level.Narrow(inline.SelectionSet, inline.TypeCondition?.Name.Value, next);
            else if (next.Selection is FragmentSpreadSyntax spread && findFragment(spread.Name.Value) is { } fragment)
                level.Narrow(fragment.SelectionSet, fragment.TypeCondition.Name.Value, next);
        }

        return level.Fields;
    }

    // Fragments may form long chains: the stack is not the thread's.
    private sealed class Level(Schema schema, NamedType type)
    {
        private readonly Stack<(IEnumerator<SelectionSyntax> Selections, NamedType Type, string? Condition, bool IsCertain)> _open = new();
        private readonly HashSet<(SelectionSetSyntax, string?, bool)> _seen = [];
        private readonly Dictionary<(string, string?), MergedField> _byKey = [];

        public List<MergedField> Fields { get; } = [];

        public void Open(SelectionSetSyntax set, NamedType from, string? condition, bool isCertain)
        {
            if (_seen.Add((set, condition, isCertain)))
                _open.Push((set.Selections.GetEnumerator(), from, condition, isCertain));
        }

        public Place? Next()
        {
            while (_open.Count > 0)
            {
                var (rest, from, condition, isCertain) = _open.Peek();
                if (rest.MoveNext())
                    return new Place(rest.Current, from, condition, isCertain && !IsConditional(rest.Current));
                _open.Pop();
            }

            return null;
        }

        public void Narrow(SelectionSetSyntax set, string? condition, Place place)
        {
            if (condition is null || schema.FindType(condition) is not { IsComposite: true } to)
                Open(set, place.Type, place.Condition, place.IsCertain);
            else if (condition == place.Type.Name || schema.IsSubtype(condition, place.Type.Name))
                Open(set, to, place.Condition, place.IsCertain);
            else
                Open(set, to, condition == type.Name ? place.Condition : condition, place.IsCertain);
        }

        public void Add(FieldSyntax field, Place place)
        {
            if (schema.FindField(place.Type, field.Name.Value) is not { } definition)
                return;
            var key = (field.ResponseKey, place.Condition);
            if (!_byKey.TryGetValue(key, out var merged))
            {
                var step = new PageStep(field.ResponseKey, place.Condition, definition.Type.Nullable is ListTypeReference);
                _byKey.Add(key, merged = new MergedField(step, place.Type, definition));
                Fields.Add(merged);
            }

            merged.Selected.Add(field);
            merged.IsCertain |= place.IsCertain;
        }

        private static bool IsConditional(SelectionSyntax selection)
        {
            foreach (var directive in selection.Directives)
            {
                if (directive.Name.Value is "include" or "skip" or "defer")
                    return true;
            }

            return false;
        }
    }

    private sealed record Place(SelectionSyntax Selection, NamedType Type, string? Condition, bool IsCertain);
}
