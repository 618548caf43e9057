using Lathe.Generator.Model;
using Lathe.Language.TypeSystem;

namespace Lathe.Generator.Binding;

/// <summary>Turns named shapes into models of records and interfaces.</summary>
internal sealed class ResultBinder(ClientContext context)
{
    /// <summary>Binds a shape to its record.</summary>
    public ResultModel Bind(Shape shape)
    {
        if (shape is not AbstractShape all)
            return BindObject((ObjectShape)shape);
        return new AbstractModel
        {
            Name = shape.Name,
            ClrName = IsTopLevel(shape) ? ClrName(shape) : shape.Name,
            GraphQLType = shape.Type.Name,
            Description = shape.Type.Description,
            Fields = shape.Fields.Select(field => BindField(shape, field)).OfType<FieldModel>().ToEquatableArray(),
            Interfaces = BindViews(shape),
            Cases = all.Cases.Select(BindObject).ToEquatableArray(),
            Other = BindObject(all.Other),
        };
    }

    /// <summary>Binds the interfaces that a fragment's shape has: its own, and those of its cases.</summary>
    public IEnumerable<InterfaceModel> BindInterfaces(Shape shape)
    {
        yield return BindInterface(shape, shape.Fields, shape.Views);
        if (shape is not AbstractShape all)
            yield break;
        foreach (ObjectShape one in all.Cases)
            yield return BindInterface(one, one.Fields.Where(field => !IsInherited(one, field) || IsAmbiguous(one, field)), [all, .. ViewsBeyond(one)]);
    }

    /// <summary>Notes which shapes of a container, all of them named, implement members explicitly.</summary>
    public static void NoteExplicitMembers(ResultContainer container)
    {
        foreach (Shape shape in container.Shapes.SelectMany(static shape => shape is AbstractShape all ? [shape, .. all.AllCases] : new[] { shape }))
            shape.HasExplicitMembers = shape.Views.SelectMany(WithBase).Any(view => view.HasExplicitMembers || DifferingMembers(shape, view).Any());
    }

    // What the case's base implements need not be said again.
    private static IEnumerable<Shape> ViewsBeyond(ObjectShape one) => one.Views.Where(view => !one.Base!.Views.Contains(view));

    // A member that comes from the base and from another interface too must be named once for all.
    private static bool IsAmbiguous(ObjectShape one, ShapeField field) =>
        ViewsBeyond(one).Any(view => view.Find(field.Key) is not null
            && !(view is ObjectShape { Base: { } all } kind && IsInherited(kind, field) && one.Base!.Views.Contains(all)));

    /// <summary>Gets the type of a composite field's value.</summary>
    public ResultTypeModel Reference(Shape shape, bool isNullable) => new(
        ClrName(shape), Reader(shape), isNullable);

    private string? Reader(Shape shape) => shape is AbstractShape ? context.Qualify(shape.Container.ClassName, "Json", "Read" + shape.Name) : null;

    // Within its static class a nested record needs no more than its name: whatever is named alike outside is hidden there.
    private ResultTypeModel Reference(Shape shape, Shape from, bool isNullable) => IsNear(shape, from)
        ? new ResultTypeModel(shape.Name, Reader(shape), isNullable)
        : Reference(shape, isNullable);

    private static bool IsNear(Shape shape, Shape from) =>
        ReferenceEquals(shape.Container, from.Container) && !IsTopLevel(shape) && !IsTopLevel(from);

    private ObjectModel BindObject(ObjectShape shape)
    {
        NamedType type = shape.TypeNames.Count == 1 ? context.Schema.FindType(shape.TypeNames[0]) ?? shape.Type : shape.Type;
        return new ObjectModel
        {
            Name = shape.Name,
            ClrName = IsTopLevel(shape) ? ClrName(shape) : shape.Name,
            GraphQLType = type.Name,
            Description = type.Description,
            Fields = shape.Fields
                .Select(field => BindField(shape, field) is { } model ? model with { IsInherited = IsInherited(shape, field) } : null)
                .OfType<FieldModel>().ToEquatableArray(),
            Interfaces = BindViews(shape),
            BaseClrName = shape.Base is null ? null : IsNear(shape.Base, shape) ? shape.Base.Name : ClrName(shape.Base),
            TypeNames = shape.TypeNames.ToEquatableArray(),
        };
    }

    private static bool IsInherited(ObjectShape shape, ShapeField field) =>
        shape.Base?.Find(field.Key) is not null;

    private FieldModel? BindField(Shape shape, ShapeField field) => BindField(field, child => nullable => Reference(child, shape, nullable));

    private FieldModel? BindField(ShapeField field, Func<Shape, Func<bool, TypeModel?>> composite)
    {
        TypeModel? type = ClientContext.Map(
            field.Type,
            field.Child is null ? nullable => context.LeafOrInput(field.Type.NamedType, nullable) : composite(field.Child));
        return type is null ? null : new FieldModel
        {
            ResponseKey = field.Key,
            PropertyName = field.PropertyName,
            Type = type,
            IsConditional = field.IsConditional,
            IsHidden = field.IsHidden,
            Description = field.Definition.Description,
            DeprecationReason = field.Definition.DeprecationReason,
        };
    }

    private InterfaceModel BindInterface(Shape shape, IEnumerable<ShapeField> members, IReadOnlyList<Shape> bases) => new()
    {
        Name = "I" + shape.Name,
        ClrName = InterfaceName(shape, shape),
        GraphQLType = shape.Type.Name,
        Bases = bases.Select(view => InterfaceName(view, shape)).ToEquatableArray(),
        Redeclared = AllMembers(bases).Intersect(members.Select(static field => field.PropertyName)).ToEquatableArray(),
        Members = members.Where(static field => !field.IsHidden).Select(field => BindMember(shape, field)).OfType<FieldModel>().ToEquatableArray(),
    };

    private static IEnumerable<string> AllMembers(IEnumerable<Shape> views) =>
        views.SelectMany(static view => view.Fields).Where(static field => !field.IsHidden).Select(static field => field.PropertyName);

    private FieldModel? BindMember(Shape shape, ShapeField field) =>
        BindField(field, child => nullable => new ResultTypeModel(InterfaceName(child, shape), null, nullable));

    // A fragment's record implements the interface of its own shape too.
    private EquatableArray<ImplementedInterface> BindViews(Shape shape)
    {
        IEnumerable<Shape> views = shape.Container.Fragment is null || IsOther(shape) ? shape.Views : [shape, .. shape.Views];
        Shape[] ofBase = shape is ObjectShape { Base: { } all } ? [.. BindViewsOf(all)] : [];
        Shape[] named = [.. views.SelectMany(WithBase).Distinct().Where(view => !ofBase.Contains(view))];
        var known = new HashSet<Shape>(ofBase);
        known.UnionWith(named);
        // What the base implements, it implements with all that its interfaces extend.
        foreach (Shape view in ofBase)
            AddExtended(shape, view, known, []);
        var extended = new List<Shape>();
        foreach (Shape view in named)
            AddExtended(shape, view, known, extended);
        return named.Select(view => Bind(shape, view, isNamed: true))
            .Concat(extended.Select(view => Bind(shape, view, isNamed: false)).Where(static view => view.ExplicitMembers.Count > 0))
            .ToEquatableArray();
    }

    private ImplementedInterface Bind(Shape shape, Shape view, bool isNamed) =>
        new(InterfaceName(view, shape), isNamed, ExplicitMembers(shape, view).ToEquatableArray());

    // The interfaces that a view extends, as far as members of them may have to be implemented explicitly.
    private static void AddExtended(Shape shape, Shape view, HashSet<Shape> known, List<Shape> extended)
    {
        var pending = new Stack<Shape>([view]);
        while (pending.Count > 0)
        {
            Shape next = pending.Pop();
            if (!next.HasExplicitMembers && (ReferenceEquals(next, shape) || !DifferingMembers(shape, next).Any()))
                continue;
            foreach (Shape inner in next.Views.SelectMany(WithBase))
            {
                if (!known.Add(inner))
                    continue;
                extended.Add(inner);
                pending.Push(inner);
            }
        }
    }

    // What of a view is not just a property of the shape.
    private static IEnumerable<(ShapeField Member, ShapeField Own)> DifferingMembers(Shape shape, Shape view)
    {
        foreach (ShapeField member in view.Fields)
        {
            if (member.IsHidden || shape.Find(member.Key) is not { } own || IsDeclaredByBase(view, member))
                continue;
            if (member.Child is not null || own.PropertyName != member.PropertyName || own.IsConditional != member.IsConditional)
                yield return (member, own);
        }
    }

    private static bool IsOther(Shape shape) => shape is ObjectShape { Base: { } all } && ReferenceEquals(all.Other, shape);

    private static IEnumerable<Shape> WithBase(Shape view) => view is ObjectShape { Base: { } all } ? [view, all] : [view];

    private IEnumerable<ExplicitMember> ExplicitMembers(Shape shape, Shape view)
    {
        foreach ((ShapeField member, ShapeField own) in DifferingMembers(shape, view))
        {
            if (BindMember(shape, member) is { } bound)
                yield return new ExplicitMember(InterfaceName(view, shape), member.PropertyName, own.PropertyName, bound.Type, bound.IsConditional);
        }
    }

    private static IEnumerable<Shape> BindViewsOf(Shape shape) =>
        (shape.Container.Fragment is null ? shape.Views : [shape, .. shape.Views]).SelectMany(WithBase);

    private static bool IsDeclaredByBase(Shape view, ShapeField member) =>
        view is ObjectShape one && IsInherited(one, member) && !IsAmbiguous(one, member);

    private string ClrName(Shape shape) =>
        IsTopLevel(shape) ? context.Qualify(shape.Name) : context.Qualify(shape.Container.ClassName, shape.Name);

    private string InterfaceName(Shape shape, Shape from) =>
        IsNear(shape, from) ? "I" + shape.Name
        : IsTopLevel(shape) ? context.Qualify("I" + shape.Name) : context.Qualify(shape.Container.ClassName, "I" + shape.Name);

    // A fragment's own record stands beside the static class, not within.
    private static bool IsTopLevel(Shape shape) =>
        shape.Container.Fragment is not null && ReferenceEquals(shape.Container.Root, shape);
}
