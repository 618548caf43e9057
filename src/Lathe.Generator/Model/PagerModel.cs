using Lathe.Language.Paging;

namespace Lathe.Generator.Model;

/// <summary>How an operation is read page by page.</summary>
internal sealed record PagerModel
{
    /// <summary>Gets how one page follows another.</summary>
    public required PagerKind Kind { get; init; }

    /// <summary>Gets the way to the field as the document has it, such as <c>organization.repositories</c>.</summary>
    public required string FieldName { get; init; }

    /// <summary>Gets the name of the methods that gives all items, such as <c>AllMachinesAsync</c>.</summary>
    public required string ItemsMethodName { get; init; }

    /// <summary>Gets the name of the method that gives the pages, such as <c>MachinesPagesAsync</c>.</summary>
    public required string PagesMethodName { get; init; }

    /// <summary>Gets the type of an item.</summary>
    public required TypeModel Item { get; init; }

    /// <summary>Gets the type of a cursor, never null.</summary>
    public required ScalarTypeModel Cursor { get; init; }

    /// <summary>Gets the variable that changes from page to page.</summary>
    public required InputFieldModel Variable { get; init; }

    /// <summary>Gets the way to the field, which is the last step.</summary>
    public required EquatableArray<PagerStep> Path { get; init; }

    /// <summary>Gets the way from the field to its items; empty where it is the list.</summary>
    public EquatableArray<PagerStep> Items { get; init; }

    /// <summary>Gets the way from the field to whether there are more pages; empty where no field says it.</summary>
    public EquatableArray<PagerStep> HasMore { get; init; }

    /// <summary>Gets the way from the field, or for a keyset from an item, to the next page's cursor; empty for an offset.</summary>
    public EquatableArray<PagerStep> Next { get; init; }
}

/// <summary>A step from a record to a property's value.</summary>
/// <param name="PropertyName">The name of the property.</param>
/// <param name="IsNullable">Whether the property may be null.</param>
/// <param name="CaseClrName">The case that a record must be to have the property; null where each has it.</param>
/// <param name="ListItem">Where the value is a list, the type of its items; else null.</param>
internal sealed record PagerStep(string PropertyName, bool IsNullable, string? CaseClrName, TypeModel? ListItem);
