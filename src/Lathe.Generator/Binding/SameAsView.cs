namespace Lathe.Generator.Binding;

/// <summary>
/// Finds the fragment's shape, nested ones included, that a shape adds nothing to: the fragment's record serves for it, whatever the order in
/// which the fields are selected.
/// </summary>
internal sealed class SameAsView(ClientContext context, BindingWork work)
{
    /// <summary>Finds the fragment's shape; null where the shape adds something to each.</summary>
    /// <param name="shape">A shape whose fields have their own shapes already.</param>
    public Shape? Find(Shape shape) => shape is ObjectShape { Base: not null } ? null : shape.Views.Find(view => IsSame(shape, view));

    private bool IsSame(Shape shape, Shape view) => (shape, view) switch
    {
        (ObjectShape one, ObjectShape { Base: null } other) => ServesType(one, other) && HasSame(one, other),
        (AbstractShape all, AbstractShape others) => all.Type.Name == others.Type.Name && HasSame(all.Other, others.Other)
            && all.Cases.Count == others.Cases.Count && all.Cases.Zip(others.Cases, IsSameCase).All(static same => same)
            && ImplementsAll(all, others),
        _ => false,
    };

    private bool ServesType(ObjectShape shape, ObjectShape view) =>
        view.Type.Name == shape.Type.Name || context.Typenames.Covers(view.Type.Name, shape.Type.Name);

    private bool IsSameCase(ObjectShape one, ObjectShape other) =>
        one.TypeNames.SequenceEqual(other.TypeNames, StringComparer.Ordinal) && HasSame(one, other);

    private bool HasSame(ObjectShape shape, ObjectShape view) =>
        shape.Fields.Count == view.Fields.Count && shape.Fields.TrueForAll(field => IsSameField(field, view)) && ImplementsAll(shape, view);

    private bool IsSameField(ShapeField field, ObjectShape view)
    {
        work.Step();
        return view.Find(field.Key) is { } other && field.Definition.Name == other.Definition.Name && field.IsSameAs(other);
    }

    // The fragment's record implements what the shape implements; a case implements what its base implements.
    private bool ImplementsAll(Shape shape, Shape view) =>
        shape.Views.TrueForAll(own => view.IsView(own, work) || (view is ObjectShape { Base: { } all } && all.IsView(own, work)));
}
