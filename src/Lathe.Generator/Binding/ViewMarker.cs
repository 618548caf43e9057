using Lathe.Language.Projects;
using Lathe.Language.TypeSystem;

namespace Lathe.Generator.Binding;

/// <summary>Lets shapes of one operation or fragment implement the interfaces of the fragments that they spread, nested ones included.</summary>
internal sealed class ViewMarker(TypenameNeeds types, BindingWork work)
{
    // The same shapes may stand below many fields.
    private readonly Dictionary<(Shape, Shape), bool> _canImplement = [];

    /// <summary>
    /// Marks a shape with the fragments that it spreads, or, where it cannot implement one of them, with those that this one spreads.
    /// </summary>
    /// <param name="shape">The shape.</param>
    /// <param name="spreads">The fragments with the types that they apply to.</param>
    /// <param name="typeName">The type of the shape's objects, or what they have in common.</param>
    public void MarkAll(Shape shape, IReadOnlyList<(BoundFragment Fragment, TypeGuard Guard)> spreads, string typeName)
    {
        if (spreads.Count == 0)
            return;
        var seen = new HashSet<BoundFragment>();
        var pending = new Stack<(BoundFragment Fragment, TypeGuard Guard)>(spreads.Reverse());
        while (pending.Count > 0)
        {
            work.Step();
            var (fragment, guard) = pending.Pop();
            if (!guard.Covers(typeName, types) || !types.Covers(fragment.Type.Name, typeName) || !seen.Add(fragment))
                continue;
            var isMarked = Mark(shape, fragment.Root);
            foreach (var inner in fragment.Views.Reverse())
            {
                if (!isMarked || !fragment.Root.IsView(inner.Fragment.Root, work))
                    pending.Push(inner);
            }
        }
    }

    /// <summary>Makes a shape, and those of its fields, implement a fragment's view; false where a member cannot be.</summary>
    public bool Mark(Shape shape, Shape view)
    {
        if (!CanImplement(shape, view))
            return false;
        Apply(shape, view);
        return true;
    }

    private bool CanImplement(Shape shape, Shape view)
    {
        if (!_canImplement.TryGetValue((shape, view), out var known))
            _canImplement.Add((shape, view), known = FindWhetherCanImplement(shape, view));
        return known;
    }

    private bool FindWhetherCanImplement(Shape shape, Shape view)
    {
        if (shape.IsView(view, work))
            return true;
        if (shape.Container.Fragment is { } fragment && ReferenceEquals(fragment, view.Container.Fragment))
            return false;
        return shape switch
        {
            ObjectShape one => HasFields(one, CaseFor(one, view)),
            AbstractShape all => HasFields(all, view) && all.AllCases.All(one => HasFields(one, CaseFor(one, view))),
            _ => false,
        };
    }

    // An interface of the run time that extends others has no code for a property of another name.
    private bool HasFields(Shape shape, Shape view) => view.Fields.TrueForAll(member => member.IsHidden
        || (shape.Find(member.Key) is { } field && Fits(shape, field, member)
            && (view.Namespace is null || field.PropertyName == member.PropertyName)));

    private bool Fits(Shape shape, ShapeField field, ShapeField member)
    {
        work.Step();
        return !field.IsHidden && (!field.IsConditional || member.IsConditional)
            && SameLists(field.Type, member.Type)
            && field.Errors.SequenceEqual(member.Errors)
            && (member.Child is null
                ? field.Type.NamedType == member.Type.NamedType
                : field.Child is { } child && (member.HasResultItems ? ReferenceEquals(child, member.Child) : FitsBelow(shape, child, member.Child)));
    }

    private bool FitsBelow(Shape shape, Shape child, Shape view) =>
        child.IsView(view, work) || (child.Container == shape.Container && CanImplement(child, view));

    private static bool SameLists(TypeReference left, TypeReference right) =>
        left.IsNonNull == right.IsNonNull
        && (left.Nullable, right.Nullable) switch
        {
            (ListTypeReference first, ListTypeReference second) => SameLists(first.ItemType, second.ItemType),
            (NamedTypeReference, NamedTypeReference) => true,
            _ => false,
        };

    private void Apply(Shape shape, Shape view)
    {
        if (shape.IsView(view, work))
            return;
        var own = shape is ObjectShape one ? CaseFor(one, view) : view;
        if (!shape.Views.Contains(own))
            shape.Views.Add(own);
        ApplyToFields(shape, own);
        if (shape is AbstractShape all)
        {
            foreach (var kind in all.AllCases)
                Apply(kind, view);
        }
    }

    private void ApplyToFields(Shape shape, Shape view)
    {
        foreach (var member in view.Fields)
        {
            work.Step();
            if (member.Child is not null && shape.Find(member.Key)?.Child is { } child && !ReferenceEquals(child, member.Child))
                Apply(child, member.Child);
        }
    }

    /// <summary>The view of the case that a shape's type belongs to; the view itself where it has none.</summary>
    private static Shape CaseFor(ObjectShape shape, Shape view)
    {
        if (view is not AbstractShape all)
            return view;
        var typeName = shape.TypeNames.Count > 0 ? shape.TypeNames[0] : shape.Type.Name;
        return (Shape?)all.Cases.Find(one => one.TypeNames.Contains(typeName, StringComparer.Ordinal)) ?? view;
    }
}
