using System.Text;

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
    private readonly StringBuilder _key = new();

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

    private string Key(Shape shape)
    {
        _key.Clear();
        Write(shape);
        foreach (var one in shape is AbstractShape all ? all.AllCases : [])
        {
            _key.Append('|').Append(string.Join(",", one.TypeNames)).Append(':');
            Write(one);
        }

        return _key.ToString();
    }

    private void Write(Shape shape)
    {
        _key.Append(shape.Type.Name).Append('{');
        foreach (var field in shape.Fields)
            Write(field);
        _key.Append('}');
        foreach (var view in shape.Views)
            _key.Append('&').Append(Id(view));
    }

    private void Write(ShapeField field)
    {
        _key.Append(field.Key).Append('=').Append(field.Definition.Name).Append(':').Append(field.Type);
        if (field.IsConditional)
            _key.Append('?');
        if (field.IsHidden)
            _key.Append('-');
        foreach (var error in field.Errors)
            _key.Append('@').Append(error);
        if (field.Child is { } child)
            _key.Append('#').Append(Id(child));
        _key.Append(';');
    }

    private int Id(Shape shape)
    {
        if (!_ids.TryGetValue(shape, out var id))
            _ids.Add(shape, id = _ids.Count);
        return id;
    }
}
