using Lathe.Language.Configuration;
using Lathe.Language.TypeSystem;

namespace Lathe.Generator.Binding;

/// <summary>
/// The records of the run time for where a page begins and ends. A selection of just their fields, of a type as the Relay Cursor Connections
/// Specification has it, needs no record of its own; what it is called follows from the fields alone.
/// </summary>
internal static class PageInfoShapes
{
    private const string Namespace = "global::Lathe.Paging.";

    private static readonly ObjectType s_type = new() { Name = "PageInfo" };
    private static readonly NonNullTypeReference s_flag = new(new NamedTypeReference("Boolean"));
    private static readonly NamedTypeReference s_cursor = new("String");
    private static readonly ResultContainer s_container = new(null, "", "");

    private static readonly ShapeField[] s_forwards = [Field("hasNextPage", "HasNextPage", s_flag), Field("endCursor", "EndCursor", s_cursor)];

    private static readonly ShapeField[] s_backwards =
        [Field("hasPreviousPage", "HasPreviousPage", s_flag), Field("startCursor", "StartCursor", s_cursor)];

    private static readonly ObjectShape s_forward = Shape("ForwardPageInfo", s_forwards);
    private static readonly ObjectShape s_backward = Shape("BackwardPageInfo", s_backwards);
    private static readonly ObjectShape[] s_all =
        [s_forward, s_backward, Shape("PageInfo", [.. s_forwards, .. s_backwards], s_forward, s_backward)];

    /// <summary>Finds the record of the run time that serves for a shape; null where there is none.</summary>
    /// <param name="shape">The shape, with the views that it must implement.</param>
    /// <param name="scalars">What the client's scalars are.</param>
    /// <param name="work">Counts and ends the work.</param>
    public static Shape? Find(Shape shape, ScalarMap scalars, BindingWork work) =>
        shape is ObjectShape { Base: null, Type: ObjectType type } && type.Name == s_type.Name
        && scalars.Find(s_cursor.Name).Kind == ScalarKind.String && scalars.Find(s_flag.NamedType).Kind == ScalarKind.Boolean
            ? Array.Find(s_all, one => HasJust(shape, one) && shape.Views.TrueForAll(view => one.IsView(view, work)))
            : null;

    // Only the client asks for a hidden field, and readers skip what they do not know.
    private static bool HasJust(Shape shape, Shape one) =>
        shape.Fields.Count(static field => !field.IsHidden) == one.Fields.Count
        && shape.Fields.TrueForAll(field => field.IsHidden || (one.Find(field.Key) is { } other && IsPlain(field) && IsSame(field, other)));

    private static bool IsPlain(ShapeField field) =>
        !field.IsConditional && field.Errors.Count == 0 && field.Definition.DeprecationReason is null;

    private static bool IsSame(ShapeField field, ShapeField other) =>
        field.Definition.Name == other.Key && field.Type == other.Type && field.PropertyName == other.PropertyName;

    private static ShapeField Field(string name, string property, TypeReference type) =>
        new() { Key = name, Type = type, PropertyName = property, Definition = new() { Name = name, Type = type } };

    private static ObjectShape Shape(string name, ShapeField[] fields, params Shape[] views)
    {
        var shape = new ObjectShape(s_container, s_type) { Name = name, Namespace = Namespace, Fields = [.. fields] };
        shape.Views.AddRange(views);
        return shape;
    }
}
