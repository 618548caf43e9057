namespace Lathe.Generator.Binding;

/// <summary>Names the records of an operation or fragment: by their type, or by their place where a name is taken.</summary>
internal sealed class ShapeNames(ResultContainer container, NameScope scope, CancellationToken cancellationToken)
{
    private readonly Queue<Shape> _waiting = new();

    /// <summary>Names all shapes that the container declares, those nearest to the root first, and lists them.</summary>
    public void Assign()
    {
        container.Root.Name = container.RootName;
        Declare(container.Root);
        while (_waiting.Count > 0)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var shape = _waiting.Dequeue();
            foreach (var field in FieldsOf(shape))
            {
                if (field.Child is { Name.Length: 0 } child && ReferenceEquals(child.Container, container))
                    Name(child, shape.Name, field);
            }
        }
    }

    private void Name(Shape shape, string parentName, ShapeField field)
    {
        var typeName = CSharpNames.Type(shape.Type.Name);
        var prefix = container.Root.Name == parentName ? "" : parentName;
        shape.Name = Take(shape, typeName, prefix + CSharpNames.Member(field.Key), prefix + CSharpNames.Member(field.Key) + typeName);
        Declare(shape);
    }

    private void Declare(Shape shape)
    {
        container.Shapes.Add(shape);
        _waiting.Enqueue(shape);
        if (shape is not AbstractShape all)
            return;
        foreach (var one in all.Cases)
        {
            var label = CSharpNames.Type(one.Label);
            one.Name = Take(one, label, label + all.Name);
        }

        all.Other.Name = Take(all.Other, "Other" + all.Name);
    }

    private string Take(Shape shape, params string[] candidates) =>
        scope.Take(name => IsFree(shape, name), candidates);

    // A member may not have the name of its type. In a fragment the name of the interface must be free too.
    private bool IsFree(Shape shape, string name)
    {
        if (FieldsOf(shape).Any(field => field.PropertyName == name || field.PropertyName == "I" + name))
            return false;
        if (container.Fragment is null)
            return true;
        if (!scope.IsFree("I" + name) || !scope.IsFree(name))
            return false;
        scope.Reserve("I" + name);
        return true;
    }

    private static IEnumerable<ShapeField> FieldsOf(Shape shape) =>
        shape is AbstractShape all ? all.AllCases.SelectMany(static one => one.Fields) : shape.Fields;
}
