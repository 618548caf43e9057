namespace Lathe.Generator.Binding;

/// <summary>
/// Tells which members of the interfaces that a shape implements need code. An interface has its own code for the members of those that it
/// extends, so that a record needs some for the interfaces that it names, and for those that several of these extend.
/// </summary>
internal static class ViewMembers
{
    /// <summary>Gets a view with the abstract one that it is a case of.</summary>
    public static IEnumerable<Shape> WithBase(Shape view) => view is ObjectShape { Base: { } all } ? [view, all] : [view];

    public static bool IsInherited(ObjectShape shape, ShapeField field) => shape.Base?.Find(field.Key) is not null;

    /// <summary>Gets the views of a case that its base does not have.</summary>
    public static IEnumerable<Shape> Beyond(ObjectShape one) => one.Views.Where(view => !one.Base!.Views.Contains(view));

    /// <summary>Tells whether a case's interface gets a member from its base and from another interface too, and must name it once for all.</summary>
    public static bool IsAmbiguous(ObjectShape one, ShapeField field) =>
        Beyond(one).Any(view => view.Find(field.Key) is not null
            && !(view is ObjectShape { Base: { } all } kind && IsInherited(kind, field) && one.Base!.Views.Contains(all)));

    /// <summary>Finds what of a view is not just a property of the shape.</summary>
    public static IEnumerable<(ShapeField Member, ShapeField Own)> Differing(Shape shape, Shape view)
    {
        foreach (var member in view.Fields)
        {
            if (member.IsHidden || shape.Find(member.Key) is not { } own || IsDeclaredByBase(view, member))
                continue;
            if (member.Child is not null || own.PropertyName != member.PropertyName || own.IsConditional != member.IsConditional)
                yield return (member, own);
        }
    }

    /// <summary>Notes which shapes of a container, all of them named, implement members that are not just their properties.</summary>
    public static void NoteExplicit(ResultContainer container)
    {
        foreach (var shape in container.Shapes.SelectMany(static shape => shape is AbstractShape all ? [shape, .. all.AllCases] : new[] { shape }))
            shape.HasExplicitMembers = shape.Views.SelectMany(WithBase).Any(view => view.HasExplicitMembers || Differing(shape, view).Any());
    }

    /// <summary>Finds the interfaces that at least two others extend, of which neither knows the other's code.</summary>
    /// <param name="shape">The shape that implements them.</param>
    /// <param name="views">The interfaces that it names.</param>
    /// <param name="work">Counts and ends the work.</param>
    public static IEnumerable<Shape> ExtendedByMany(Shape shape, IReadOnlyList<Shape> views, BindingWork work)
    {
        if (views.Count < 2)
            return [];
        var found = new List<Shape>();
        var owners = new Dictionary<Shape, Shape?>();
        var pending = new Stack<(Shape Next, Shape? Owner)>();
        foreach (var view in views)
        {
            pending.Push((view, view));
            while (pending.Count > 0)
            {
                work.Step();
                var (next, owner) = pending.Pop();
                if (!next.HasExplicitMembers && !Differing(shape, next).Any())
                    continue;
                foreach (var inner in next.Views.SelectMany(WithBase))
                {
                    var isNew = !owners.TryGetValue(inner, out var known);
                    var reachedBy = isNew || ReferenceEquals(known, owner) ? owner : null;
                    if (!isNew && ReferenceEquals(known, reachedBy))
                        continue;
                    owners[inner] = reachedBy;
                    if (reachedBy is null)
                        found.Add(inner);
                    pending.Push((inner, reachedBy));
                }
            }
        }

        return found.Except(views);
    }

    /// <summary>Gets all interfaces that some extend, directly or by others.</summary>
    public static HashSet<Shape> Extended(IEnumerable<Shape> views, BindingWork work)
    {
        var found = new HashSet<Shape>();
        var pending = new Stack<Shape>(views);
        while (pending.Count > 0)
        {
            work.Step();
            foreach (var inner in pending.Pop().Views.SelectMany(WithBase).Where(found.Add))
                pending.Push(inner);
        }

        return found;
    }

    private static bool IsDeclaredByBase(Shape view, ShapeField member) =>
        view is ObjectShape one && IsInherited(one, member) && !IsAmbiguous(one, member);
}
