using System.Globalization;

namespace Lathe.Generator.Binding;

/// <summary>
/// Merges the shapes of an operation or fragment that are equal, so that one record serves for all of them: a fragment's record where a shape adds
/// nothing to it, or one of the run time.
/// </summary>
internal sealed class EqualShapes(ClientContext context, ResultContainer container, BindingWork work)
{
    private readonly SameAsView _views = new(context, work);

    private readonly Dictionary<Shape, Shape> _merged = [];
    private readonly Dictionary<string, Shape> _byKey = new(StringComparer.Ordinal);
    private readonly Dictionary<Shape, int> _ids = [];

    /// <summary>Merges all shapes below a shape.</summary>
    public Shape Merge(Shape shape)
    {
        if (!ReferenceEquals(shape.Container, container))
            return shape;
        if (_merged.TryGetValue(shape, out var merged))
            return merged;
        _merged[shape] = shape;
        foreach (var field in FieldsOf(shape))
        {
            work.Step();
            field.Child = field.Child is null ? null : Merge(field.Child);
        }

        if (ReferenceEquals(shape, container.Root))
            return shape;
        if ((_views.Find(shape) ?? PageInfoShapes.Find(shape, context.Scalars, work)) is { } known)
            return _merged[shape] = known;
        var key = Key(shape);
        if (!_byKey.TryGetValue(key, out var equal))
            _byKey.Add(key, equal = shape);
        return _merged[shape] = equal;
    }

    /// <summary>Gets the shape that another was merged into.</summary>
    public Shape Find(Shape shape) => _merged.TryGetValue(shape, out var merged) ? merged : shape;

    private static IEnumerable<ShapeField> FieldsOf(Shape shape) =>
        shape is AbstractShape all ? all.AllCases.SelectMany(static one => one.Fields) : shape.Fields;

    private string Key(Shape shape) => shape is AbstractShape all
        ? KeyOf(all) + string.Concat(all.AllCases.Select(one => $"|{string.Join(",", one.TypeNames)}:{KeyOf(one)}"))
        : KeyOf(shape);

    private string KeyOf(Shape shape) =>
        $"{shape.Type.Name}{{{string.Concat(shape.Fields.Select(KeyOf))}}}{string.Concat(shape.Views.Select(view => "&" + Id(view)))}";

    private string KeyOf(ShapeField field) =>
        $"{field.Key}={field.Definition.Name}:{field.Type}{(field.IsConditional ? "?" : "")}{(field.IsHidden ? "-" : "")}"
        + string.Concat(field.Errors.Select(static one => $"@{one}"))
        + (field.Child is null ? ";" : $"#{Id(field.Child)};");

    private string Id(Shape shape)
    {
        if (!_ids.TryGetValue(shape, out var id))
            _ids.Add(shape, id = _ids.Count);
        return id.ToString(CultureInfo.InvariantCulture);
    }
}
