using Lathe.Generator.Model;
using Lathe.Language.Configuration;
using Lathe.Language.Paging;

namespace Lathe.Generator.Binding;

/// <summary>Binds the field that an operation reads page by page to the properties of its records.</summary>
internal sealed class PagerBinder(ClientContext context, ResultBinder results)
{
    /// <summary>The name of the operation's pager within its static class.</summary>
    public const string MemberName = "Pager";

    /// <summary>Gets the names of all members that a pager needs there.</summary>
    public static string[] MemberNames { get; } = [MemberName, "FindPage", "MoveCursor"];

    // Kinds whose values can be compared. A repeated cursor must be noticed.
    private static readonly ScalarKind[] s_cursors =
    [
        ScalarKind.String, ScalarKind.Id, ScalarKind.Int, ScalarKind.Long, ScalarKind.Decimal, ScalarKind.BigInteger, ScalarKind.Double,
        ScalarKind.Guid,
        ScalarKind.DateTimeOffset, ScalarKind.DateTime, ScalarKind.DateOnly, ScalarKind.TimeOnly, ScalarKind.TimeSpan,
    ];

    /// <summary>Binds a field.</summary>
    /// <param name="field">The field.</param>
    /// <param name="root">The shape of <c>data</c>.</param>
    /// <param name="methodName">The name of the client's method for the operation.</param>
    /// <param name="variables">The operation's variables.</param>
    /// <returns>The pager; null where its cursors have no type that can be compared, or its records differ by a type that the document does not
    /// tell.</returns>
    public PagerModel? Bind(PageField field, Shape root, string methodName, IEnumerable<InputFieldModel> variables)
    {
        if (variables.First(one => one.Name == field.Variable) is not { Type: ScalarTypeModel { Scalar: { } scalar } type } variable
            || Array.IndexOf(s_cursors, scalar.Kind) < 0)
            return null;
        if (field.Kind == PagerKind.Offset && scalar.Kind is not (ScalarKind.Int or ScalarKind.Long))
            return null;
        if (Follow(root, field.Path) is not { } path || Follow(path.End, field.Items) is not { } items
            || Follow(path.End, field.HasMore) is not { } more)
            return null;
        if (Follow(field.Kind == PagerKind.Keyset ? items.End : path.End, field.Cursor) is not { } next
            || (next.Leaf is { } cursor && cursor != scalar.ClrType))
            return null;
        var last = items.Steps.Count > 0 ? items : path;
        return new PagerModel
        {
            Kind = field.Kind,
            FieldName = field.Name,
            ItemsMethodName = "All" + methodName,
            PagesMethodName = methodName.Insert(methodName.LastIndexOf("Async", StringComparison.Ordinal), "Pages"),
            Item = last.Item!,
            Cursor = type,
            Variable = variable,
            Path = path.Steps.ToEquatableArray(),
            Items = items.Steps.ToEquatableArray(),
            HasMore = more.Steps.ToEquatableArray(),
            Next = next.Steps.ToEquatableArray(),
        };
    }

    private Way? Follow(Shape? from, IReadOnlyList<PageStep> path)
    {
        var way = new Way { End = from };
        foreach (var step in path)
        {
            if (way.End is null || Find(way.End, step) is not var (field, one))
                return null;
            var type = ResultBinder.TypeOf(
                field,
                nullable => field.Child is null ? context.LeafOrInput(field.Type.NamedType, nullable) : results.Reference(field.Child, nullable));
            // The caller handles a value that may be an error.
            if (type is null or FieldResultTypeModel or ListTypeModel { Item: FieldResultTypeModel })
                return null;
            way.Steps.Add(new PagerStep(field.PropertyName, type.IsNullable || field.IsConditional, one, (type as ListTypeModel)?.Item));
            way.End = field.Child;
            way.Item = type is ListTypeModel list ? list.Item : type;
            way.Leaf = (type as ScalarTypeModel)?.Scalar.ClrType;
        }

        return way;
    }

    // A field under a type condition is one of a case, or of several whose records differ: then C# has no type for all of them.
    private (ShapeField Field, string? CaseClrName)? Find(Shape shape, PageStep step)
    {
        if (shape is not AbstractShape all || all.Fields.Exists(field => field.Key == step.Key))
            return shape.Find(step.Key) is { IsHidden: false } own ? (own, null) : null;
        var cases = all.AllCases.Where(one => one.Find(step.Key) is not null && Meets(one, step.TypeCondition)).ToList();
        return cases is [var only] ? (only.Find(step.Key)!, results.Reference(only, false).ClrName) : null;
    }

    private bool Meets(ObjectShape one, string? condition) =>
        condition is null || (one.TypeNames.Count > 0 && one.TypeNames.All(name => context.Typenames.Covers(condition, name)));

    private sealed class Way
    {
        public List<PagerStep> Steps { get; } = [];

        public Shape? End { get; set; }

        /// <summary>Gets or sets the type of the last step's value, or of its items.</summary>
        public TypeModel? Item { get; set; }

        public string? Leaf { get; set; }
    }
}
