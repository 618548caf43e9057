using System.Collections.Immutable;
using Lathe.Language.Syntax;
using Lathe.Language.TypeSystem;

namespace Lathe.Generator.Binding;

/// <summary>Turns merged selection sets into shapes. Fragments are built before what spreads them, so that their shapes are used again.</summary>
internal sealed class ShapeBuilder
{
    private readonly Schema _schema;
    private readonly DocumentIndex _documents;
    private readonly TypenameNeeds _typenames;
    private readonly FieldCollector _collector;
    private readonly TypeCases _typeCases;
    private readonly Dictionary<FragmentDefinitionSyntax, Shape> _fragments = [];
    private readonly Dictionary<string, Shape> _fragmentShapes = new(StringComparer.Ordinal);
    private readonly Dictionary<SyntaxNode, int> _ids = [];
    private Dictionary<string, Shape> _shapes = new(StringComparer.Ordinal);

    public ShapeBuilder(Schema schema, DocumentIndex documents, CancellationToken cancellationToken)
    {
        (_schema, _documents) = (schema, documents);
        _typenames = new TypenameNeeds(schema, documents);
        _collector = new FieldCollector(schema, documents, _typenames, cancellationToken);
        _typeCases = new TypeCases(schema, documents, _typenames, _collector);
    }

    public TypenameNeeds Typenames => _typenames;

    /// <summary>Builds the shapes of an operation or fragment.</summary>
    /// <param name="container">Where the shapes are declared.</param>
    /// <param name="set">Its selection set.</param>
    /// <param name="type">The type that the set selects from.</param>
    public void Build(ResultContainer container, SelectionSetSyntax set, NamedType type)
    {
        _shapes = container.Fragment is null ? new(StringComparer.Ordinal) : _fragmentShapes;
        container.Root = BuildNew(container, [new ScopedSet(set, type, Conditions.None)], type);
        var merger = new EqualShapes(container);
        merger.Merge(container.Root);
        if (container.Fragment is not { } fragment)
            return;
        _fragments[fragment] = container.Root;
        foreach (var key in _fragmentShapes.Keys.ToList())
            _fragmentShapes[key] = merger.Find(_fragmentShapes[key]);
    }

    /// <summary>Gets the shape of a fragment that was built.</summary>
    public Shape? FindFragment(FragmentDefinitionSyntax fragment) => _fragments.TryGetValue(fragment, out Shape? shape) ? shape : null;

    private Shape Build(ResultContainer container, IReadOnlyList<ScopedSet> sets, NamedType type)
    {
        if (JustOneFragment(sets, type) is { } fragment)
            return fragment;
        var key = Key(sets, type);
        if (_fragmentShapes.TryGetValue(key, out Shape? known) || _shapes.TryGetValue(key, out known))
            return known;
        Shape shape = BuildNew(container, sets, type);
        _shapes[key] = shape;
        return shape;
    }

    private Shape BuildNew(ResultContainer container, IReadOnlyList<ScopedSet> sets, NamedType type)
    {
        IReadOnlyList<TypeCase> cases = _typeCases.Group(sets, type);
        if (cases.Count == 0)
        {
            var single = new ObjectShape(container, type);
            Fill(single, sets, type.Name, type);
            PropertyNames.Assign([single.Fields], container.FixedName(sets));
            return single;
        }

        return BuildAbstract(container, sets, type, cases);
    }

    private AbstractShape BuildAbstract(
        ResultContainer container, IReadOnlyList<ScopedSet> sets, NamedType type, IReadOnlyList<TypeCase> cases)
    {
        var shape = new AbstractShape(container, type);
        foreach (TypeCase one in cases)
        {
            var kind = new ObjectShape(container, type) { Base = shape, TypeNames = one.TypeNames, Label = one.Label };
            Fill(kind, sets, one.TypeNames[0], type);
            shape.Cases.Add(kind);
        }

        shape.Other = new ObjectShape(container, type) { Base = shape, Label = "Other" };
        Fill(shape.Other, sets, type.Name, type);
        PropertyNames.Assign([shape.Other.Fields, .. shape.Cases.Select(static one => one.Fields)], container.FixedName(sets));
        shape.Fields = [.. shape.Other.Fields.Where(field => !field.IsHidden &&
            shape.Cases.TrueForAll(one => one.Fields.Exists(other => other.IsSameAs(field))))];
        foreach (Shape view in shape.Other.Views.ToList())
            ViewMarker.Mark(shape, view);
        return shape;
    }

    private void Fill(ObjectShape shape, IReadOnlyList<ScopedSet> sets, string typeName, NamedType place)
    {
        CollectedFields collected = _collector.Collect(sets, typeName, place.Name);
        foreach (var key in collected.Keys)
        {
            if (BuildField(shape.Container, key, collected[key]) is { } field)
                shape.Fields.Add(field);
        }

        foreach (FragmentDefinitionSyntax fragment in collected.Fragments)
        {
            if (_fragments.TryGetValue(fragment, out Shape? view))
                ViewMarker.Mark(shape, view);
        }
    }

    private ShapeField? BuildField(ResultContainer container, string key, IReadOnlyList<Occurrence> occurrences)
    {
        Occurrence chosen = occurrences.FirstOrDefault(static one => one.OnObject) ?? occurrences[0];
        if (_schema.FindType(chosen.Definition.Type.NamedType) is not { } named)
            return null;
        ImmutableSortedSet<string> shared = occurrences.Aggregate(
            occurrences[0].Conditions, static (all, one) => all.Intersect(one.Conditions));
        return new ShapeField
        {
            Key = key,
            Definition = chosen.Definition,
            Type = SemanticNonNull.Apply(chosen.Definition),
            Child = named.IsComposite ? Build(container, [.. Sets(occurrences, shared)], named) : null,
            IsConditional = occurrences.All(static one => !one.Conditions.IsEmpty),
            IsHidden = occurrences.All(static one => one.Node is null),
        };
    }

    // The object is there when the conditions that all its occurrences share hold; only what goes beyond them is still in question.
    private IEnumerable<ScopedSet> Sets(IReadOnlyList<Occurrence> occurrences, ImmutableSortedSet<string> shared)
    {
        foreach (Occurrence occurrence in occurrences)
        {
            if (occurrence.Node?.SelectionSet is { } set && _schema.FindType(occurrence.Definition.Type.NamedType) is { } type)
                yield return new ScopedSet(set, type, occurrence.Conditions.Except(shared));
        }
    }

    private Shape? JustOneFragment(IReadOnlyList<ScopedSet> sets, NamedType type)
    {
        Shape? result = null;
        foreach (ScopedSet scoped in sets)
        {
            if (!scoped.Conditions.IsEmpty || scoped.Set.Selections.Count != 1
                || scoped.Set.Selections[0] is not FragmentSpreadSyntax spread || Conditions.IsConditional(spread.Directives))
                return null;
            if (_documents.FindFragment(spread.Name.Value) is not { } fragment || !_fragments.TryGetValue(fragment, out Shape? shape)
                || (result is not null && !ReferenceEquals(result, shape)))
                return null;
            result = shape;
        }

        return result is not null && (result.Type.Name == type.Name || (result is ObjectShape && _typenames.Covers(result.Type.Name, type.Name)))
            ? result
            : null;
    }

    private string Key(IReadOnlyList<ScopedSet> sets, NamedType type) =>
        type.Name + ":" + string.Join(";", sets
            .Select(scoped => $"{Id(scoped.Set)},{scoped.Type.Name},{string.Join("&", scoped.Conditions)}")
            .Distinct(StringComparer.Ordinal));

    private int Id(SyntaxNode node)
    {
        if (!_ids.TryGetValue(node, out var id))
            _ids.Add(node, id = _ids.Count);
        return id;
    }
}
