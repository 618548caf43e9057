using Lathe.Language.TypeSystem;

namespace Lathe.Generator.Binding;

/// <summary>Makes the shapes of one operation or fragment. Those of fragments are used again where nothing else is merged with them.</summary>
internal sealed class ShapeBuilder
{
    private readonly ClientContext _context;
    private readonly ResultContainer _container;
    private readonly BindingWork _work;
    private readonly GroupMerger _merger;
    private readonly TypeCases _typeCases;
    private readonly ViewMarker _marker;
    private int _level;

    public ShapeBuilder(ClientContext context, ResultContainer container, BindingWork work)
    {
        (_context, _container, _work) = (context, container, work);
        _merger = new GroupMerger(context.Typenames, work);
        _typeCases = new TypeCases(context, work);
        _marker = new ViewMarker(context.Typenames, work);
    }

    /// <summary>Makes all shapes.</summary>
    /// <param name="group">What the operation or fragment selects.</param>
    /// <param name="type">The type that it selects from.</param>
    public void BuildRoot(FieldGroup group, NamedType type)
    {
        _container.Root = BuildNew(group, type, _container.RootName);
        var equal = new EqualShapes(_context, _container, _work);
        equal.Merge(_container.Root);
        _container.Replace(equal.Find);
    }

    private Shape Build(FieldGroup group, NamedType type)
    {
        if (group.Only?.Root is { } root && Serves(root, type))
            return root;
        if ((group.Owner.FindShape(group, type) ?? _container.FindShape(group, type)) is { } known)
            return known;
        var shape = BuildNew(group, type, "");
        _container.Keep(group, type, shape);
        return shape;
    }

    private bool Serves(Shape root, NamedType type) =>
        root.Type.Name == type.Name || (root is ObjectShape && _context.Typenames.Covers(root.Type.Name, type.Name));

    private Shape BuildNew(FieldGroup group, NamedType type, string recordName)
    {
        _work.Shape(++_level);
        var content = group.Content(_merger);
        var cases = _typeCases.Group(content, type);
        Shape shape = cases.Count == 0 ? BuildObject(content, type, recordName) : BuildAbstract(content, type, cases, recordName);
        _level--;
        return shape;
    }

    private ObjectShape BuildObject(GroupContent content, NamedType type, string recordName)
    {
        var shape = new ObjectShape(_container, type);
        Fill(shape, content, type.Name);
        PropertyNames.Assign([shape.Fields], recordName);
        shape.MayThrow = shape.Fields.Exists(static field => field.MayThrow);
        return shape;
    }

    private AbstractShape BuildAbstract(GroupContent content, NamedType type, IReadOnlyList<TypeCase> cases, string recordName)
    {
        var shape = new AbstractShape(_container, type);
        foreach (var one in cases)
        {
            var kind = new ObjectShape(_container, type) { Base = shape, TypeNames = one.TypeNames, Label = one.Label };
            Fill(kind, content, one.TypeNames[0]);
            shape.Cases.Add(kind);
        }

        shape.Other = new ObjectShape(_container, type) { Base = shape, Label = "Other" };
        Fill(shape.Other, content, type.Name);
        PropertyNames.Assign([shape.Other.Fields, .. shape.Cases.Select(static one => one.Fields)], recordName);
        shape.Fields = [.. shape.Other.Fields.Where(field => !field.IsHidden &&
            shape.Cases.TrueForAll(one => one.Find(field.Key)?.IsSameAs(field) == true))];
        shape.MayThrow = shape.AllCases.Any(static one => one.Fields.Exists(static field => field.MayThrow));
        foreach (var view in shape.Other.Views.ToList())
            _marker.Mark(shape, view);
        return shape;
    }

    private void Fill(ObjectShape shape, GroupContent content, string typeName)
    {
        var order = new List<List<FieldEntry>>();
        var byKey = new Dictionary<string, List<FieldEntry>>(StringComparer.Ordinal);
        foreach (var entry in content.Fields)
        {
            _work.Step();
            if (!entry.Guard.Covers(typeName, _context.Typenames))
                continue;
            if (!byKey.TryGetValue(entry.Key, out var entries))
            {
                byKey.Add(entry.Key, entries = new List<FieldEntry>(1));
                order.Add(entries);
            }

            entries.Add(entry);
        }

        foreach (var entries in order)
        {
            if (BuildField(entries) is { } field)
                shape.Fields.Add(field);
        }

        _marker.MarkAll(shape, content.Views, typeName);
    }

    private ShapeField? BuildField(List<FieldEntry> entries)
    {
        var chosen = entries.Find(static one => one.Parent is ObjectType) ?? entries[0];
        if (_context.Schema.FindType(chosen.Definition.Type.NamedType) is not { } named)
            return null;
        return new ShapeField
        {
            Key = chosen.Key,
            Definition = chosen.Definition,
            Type = SemanticNonNull.Apply(chosen.Definition, chosen.Parent),
            Errors = chosen.Errors,
            Child = named.IsComposite && Below(entries) is { } group ? Build(group, named) : null,
            IsConditional = entries.TrueForAll(static one => !one.Conditions.IsEmpty),
            IsHidden = entries.TrueForAll(static one => one.IsHidden),
        };
    }

    // The conditions that all entries share hold whenever the object is there. Only further conditions matter for its fields.
    private FieldGroup? Below(List<FieldEntry> entries)
    {
        var shared = entries.Aggregate(entries[0].Conditions, static (all, one) => all.Intersect(one.Conditions));
        var parts = new List<GroupPart>();
        foreach (var entry in entries)
        {
            if (entry.Child is not { } child)
                continue;
            var part = new GroupPart(child, entry.Conditions.Except(shared));
            if (!parts.Exists(known => known.Conditions.IsSubsetOf(part.Conditions) && known.Group.Holds(part.Group, _work)))
                parts.Add(part);
        }

        return parts.Count == 0 ? null : parts.Count == 1 && parts[0].Conditions.IsEmpty ? parts[0].Group : Merge(new GroupParts(parts));
    }

    // A fragment that merged the same fields already has a shape.
    private FieldGroup Merge(GroupParts parts) =>
        parts.List.Select(part => part.Group.Owner.FindMerged(parts)).FirstOrDefault(static merged => merged is not null) ?? _container.Merge(parts);
}
