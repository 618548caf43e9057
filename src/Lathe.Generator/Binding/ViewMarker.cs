using Lathe.Language.TypeSystem;

namespace Lathe.Generator.Binding;

/// <summary>Lets shapes implement the interfaces of the fragments that they spread, nested ones included.</summary>
internal static class ViewMarker
{
    /// <summary>Makes a shape, and those of its fields, implement a fragment's view, where all members can be.</summary>
    public static void Mark(Shape shape, Shape view)
    {
        if (CanImplement(shape, view))
            Apply(shape, view);
    }

    private static bool CanImplement(Shape shape, Shape view)
    {
        if (IsView(shape, view))
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

    private static bool HasFields(Shape shape, Shape view) =>
        view.Fields.TrueForAll(member => member.IsHidden || shape.Fields.Exists(field => Fits(shape, field, member)));

    private static bool Fits(Shape shape, ShapeField field, ShapeField member) =>
        field.Key == member.Key && !field.IsHidden && (!field.IsConditional || member.IsConditional)
        && SameLists(field.Type, member.Type)
        && (member.Child is null
            ? field.Type.NamedType == member.Type.NamedType
            : field.Child is { } child && (IsView(child, member.Child) || (child.Container == shape.Container && CanImplement(child, member.Child))));

    private static bool IsView(Shape shape, Shape view) => ReferenceEquals(shape, view) || shape.Views.Contains(view);

    private static bool SameLists(TypeReference left, TypeReference right) =>
        left.IsNonNull == right.IsNonNull
        && (left.Nullable, right.Nullable) switch
        {
            (ListTypeReference first, ListTypeReference second) => SameLists(first.ItemType, second.ItemType),
            (NamedTypeReference, NamedTypeReference) => true,
            _ => false,
        };

    private static void Apply(Shape shape, Shape view)
    {
        if (IsView(shape, view))
            return;
        Shape own = shape is ObjectShape one ? CaseFor(one, view) : view;
        if (!shape.Views.Contains(own))
            shape.Views.Add(own);
        foreach (Shape inner in own.Views)
            Apply(shape, inner);
        ApplyToFields(shape, own);
        if (shape is AbstractShape all)
        {
            foreach (ObjectShape kind in all.AllCases)
                Apply(kind, view);
        }
    }

    private static void ApplyToFields(Shape shape, Shape view)
    {
        foreach (ShapeField member in view.Fields)
        {
            if (member.Child is not null && shape.Fields.Find(field => field.Key == member.Key)?.Child is { } child)
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
