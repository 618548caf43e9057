using Lathe.Generator.Model;
using Lathe.Language.TypeSystem;

namespace Lathe.Generator.Binding;

/// <summary>Turns named shapes into models of records and interfaces.</summary>
internal sealed class ResultBinder(ClientContext context, BindingWork work)
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
        yield return BindInterface(shape, shape.Fields, shape.Views, [.. shape.Views.SelectMany(ViewMembers.WithBase).Distinct()]);
        if (shape is not AbstractShape all)
            yield break;
        foreach (var one in all.Cases)
        {
            Shape[] beyond = [.. ViewMembers.Beyond(one)];
            Shape[] covered = [.. beyond.SelectMany(ViewMembers.WithBase).Distinct().Where(view => !all.Views.Contains(view))];
            var members = one.Fields.Where(field => !ViewMembers.IsInherited(one, field) || ViewMembers.IsAmbiguous(one, field));
            yield return BindInterface(one, members, [all, .. beyond], [all, .. covered]);
        }
    }

    /// <summary>Gets the type of a composite field's value.</summary>
    public ResultTypeModel Reference(Shape shape, bool isNullable) => new(ClrName(shape), Reader(shape), isNullable) { MayThrow = shape.MayThrow };

    private string? Reader(Shape shape) => shape is AbstractShape ? context.Qualify(shape.Container.ClassName, "Json", "Read" + shape.Name) : null;

    // Inside its static class a nested record needs only its name, which hides equal names outside.
    private ResultTypeModel Reference(Shape shape, Shape from, bool isNullable) => IsNear(shape, from)
        ? new ResultTypeModel(shape.Name, Reader(shape), isNullable) { MayThrow = shape.MayThrow }
        : Reference(shape, isNullable);

    private static bool IsNear(Shape shape, Shape from) =>
        ReferenceEquals(shape.Container, from.Container) && !IsTopLevel(shape) && !IsTopLevel(from);

    private ObjectModel BindObject(ObjectShape shape)
    {
        var type = shape.TypeNames.Count == 1 ? context.Schema.FindType(shape.TypeNames[0]) ?? shape.Type : shape.Type;
        return new ObjectModel
        {
            Name = shape.Name,
            ClrName = IsTopLevel(shape) ? ClrName(shape) : shape.Name,
            GraphQLType = type.Name,
            Description = type.Description,
            Fields = shape.Fields
                .Select(field => BindField(shape, field) is { } model ? model with { IsInherited = ViewMembers.IsInherited(shape, field) } : null)
                .OfType<FieldModel>().ToEquatableArray(),
            Interfaces = BindViews(shape),
            BaseClrName = shape.Base is null ? null : IsNear(shape.Base, shape) ? shape.Base.Name : ClrName(shape.Base),
            TypeNames = shape.TypeNames.ToEquatableArray(),
            IsInChain = ReaderChains.IsLink(shape),
        };
    }

    private FieldModel? BindField(Shape shape, ShapeField field) => BindField(field, child => nullable => Reference(child, shape, nullable));

    private FieldModel? BindField(ShapeField field, Func<Shape, Func<bool, TypeModel?>> composite)
    {
        var type = TypeOf(field, field.Child is null ? nullable => context.LeafOrInput(field.Type.NamedType, nullable) : composite(field.Child));
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

    private InterfaceModel BindInterface(
        Shape shape, IEnumerable<ShapeField> members, IReadOnlyList<Shape> bases, IReadOnlyList<Shape> covered) => new()
    {
        Name = "I" + shape.Name,
        ClrName = InterfaceName(shape, shape),
        GraphQLType = shape.Type.Name,
        Bases = bases.Select(view => InterfaceName(view, shape)).ToEquatableArray(),
        Redeclared = AllMembers(bases).Intersect(members.Select(static field => field.PropertyName)).ToEquatableArray(),
        Members = members.Where(static field => !field.IsHidden).Select(field => BindMember(shape, field)).OfType<FieldModel>().ToEquatableArray(),
        ExplicitMembers = covered.Concat(ViewMembers.ExtendedByMany(shape, covered, work))
            .SelectMany(view => ExplicitMembers(shape, view)).ToEquatableArray(),
    };

    private static IEnumerable<string> AllMembers(IEnumerable<Shape> views) =>
        views.SelectMany(static view => view.Fields).Where(static field => !field.IsHidden).Select(static field => field.PropertyName);

    // A list of results that may be errors implements no other interface.
    private FieldModel? BindMember(Shape shape, ShapeField field) => field.HasResultItems
        ? BindField(shape, field)
        : BindField(field, child => nullable => new ResultTypeModel(InterfaceName(child, shape), null, nullable) { IsView = true });

    /// <summary>Maps a field's type with its lists and what becomes of errors in them; null when the named type is not known.</summary>
    /// <param name="field">The field.</param>
    /// <param name="named">Maps the named type, given whether it may be null.</param>
    public static TypeModel? TypeOf(ShapeField field, Func<bool, TypeModel?> named) => Map(field.Type, field.Errors, 0, named);

    private static TypeModel? Map(TypeReference type, IReadOnlyList<ErrorHandling> errors, int level, Func<bool, TypeModel?> named)
    {
        var handling = level < errors.Count ? errors[level] : ErrorHandling.None;
        var isNullable = !type.IsNonNull || handling == ErrorHandling.Null;
        var mapped = type.Nullable is not ListTypeReference list ? named(isNullable)
            : Map(list.ItemType, errors, level + 1, named) is { } item ? new ListTypeModel(item, isNullable)
            : null;
        return handling switch
        {
            _ when mapped is null => null,
            ErrorHandling.Result => new FieldResultTypeModel(mapped),
            ErrorHandling.None => mapped,
            _ => mapped with { Errors = handling, IsNullByErrorAlone = type.IsNonNull && handling == ErrorHandling.Null },
        };
    }

    // A fragment's record also implements the interface of its own shape, which has the code for the interfaces that it extends.
    private EquatableArray<ImplementedInterface> BindViews(Shape shape)
    {
        var hasOwn = shape.Container.Fragment is not null && !IsOther(shape);
        Shape[] ofBase = shape is ObjectShape { Base: { } all } ? [.. BindViewsOf(all)] : [];
        var views = hasOwn ? shape.Views.Prepend(shape) : shape.Views;
        Shape[] named = [.. views.SelectMany(ViewMembers.WithBase).Distinct().Where(view => !ofBase.Contains(view))];
        Shape[] shared = hasOwn ? [] : [.. ViewMembers.ExtendedByMany(shape, [.. named, .. ofBase], work).Except(ofBase)];
        // C# takes code for the members of an interface only where the record itself names it, or one that extends it.
        var extended = shared.Length == 0 ? [] : ViewMembers.Extended(named, work);
        return named.Select(view => Bind(shape, view, isNamed: true, hasCode: hasOwn && !ReferenceEquals(view, shape)))
            .Concat(shared.Select(view => Bind(shape, view, isNamed: !extended.Contains(view), hasCode: false))
                .Where(static view => view.ExplicitMembers.Count > 0))
            .ToEquatableArray();
    }

    private ImplementedInterface Bind(Shape shape, Shape view, bool isNamed, bool hasCode) =>
        new(InterfaceName(view, shape), isNamed, hasCode ? default : ExplicitMembers(shape, view).ToEquatableArray());

    private static bool IsOther(Shape shape) => shape is ObjectShape { Base: { } all } && ReferenceEquals(all.Other, shape);

    private IEnumerable<ExplicitMember> ExplicitMembers(Shape shape, Shape view)
    {
        foreach ((var member, var own) in ViewMembers.Differing(shape, view))
        {
            work.Step();
            // The interface of a case inherits the members of its base, unless it declares them again.
            if (shape is ObjectShape { Base: { } all } one && ReferenceEquals(all, view) && !ViewMembers.IsAmbiguous(one, own))
                continue;
            if (BindMember(shape, member) is { } bound)
                yield return new ExplicitMember(InterfaceName(view, shape), member.PropertyName, own.PropertyName, bound.Type, bound.IsConditional)
                {
                    IsOwnConditional = own.IsConditional,
                };
        }
    }

    private static IEnumerable<Shape> BindViewsOf(Shape shape) =>
        (shape.Container.Fragment is null ? shape.Views : [shape, .. shape.Views]).SelectMany(ViewMembers.WithBase);

    private string ClrName(Shape shape) =>
        shape.Namespace is { } space ? space + shape.Name
        : IsTopLevel(shape) ? context.Qualify(shape.Name) : context.Qualify(shape.Container.ClassName, shape.Name);

    private string InterfaceName(Shape shape, Shape from) =>
        shape.Namespace is { } space ? $"{space}I{shape.Name}"
        : IsNear(shape, from) ? "I" + shape.Name
        : IsTopLevel(shape) ? context.Qualify("I" + shape.Name) : context.Qualify(shape.Container.ClassName, "I" + shape.Name);

    // A fragment's own record stands beside the static class, not inside it.
    private static bool IsTopLevel(Shape shape) =>
        shape.Container.Fragment is not null && ReferenceEquals(shape.Container.Root, shape);
}
