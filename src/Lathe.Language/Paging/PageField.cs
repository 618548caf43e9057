using Lathe.Language.Syntax;

namespace Lathe.Language.Paging;

/// <summary>The field of an operation whose list is read page by page. All names but the variable's are response keys.</summary>
internal sealed record PageField
{
    /// <summary>Gets how one page follows another.</summary>
    public required PagerKind Kind { get; init; }

    /// <summary>Gets the way to the field, which is the last step.</summary>
    public required IReadOnlyList<PageStep> Path { get; init; }

    /// <summary>Gets the field as it is first selected.</summary>
    public required FieldSyntax Syntax { get; init; }

    /// <summary>Gets the name of the variable that changes from page to page, without <c>$</c>.</summary>
    public required string Variable { get; init; }

    /// <summary>Gets the way from the field to its items: empty where it is the list, else such as <c>edges</c>, <c>node</c>.</summary>
    public required IReadOnlyList<PageStep> Items { get; init; }

    /// <summary>Gets the way from the field to what says whether there is another page; empty where only an empty page says it.</summary>
    public IReadOnlyList<PageStep> HasMore { get; init; } = [];

    /// <summary>Gets the way to the next page's cursor: from the field; for <see cref="PagerKind.Keyset"/> from an item; empty for an
    /// offset.</summary>
    public IReadOnlyList<PageStep> Cursor { get; init; } = [];

    /// <summary>Gets the way as <c>@page(field:)</c> has it, such as <c>organization.repositories</c>.</summary>
    public string Name => string.Join(".", Path.Select(static step => step.Key));

    /// <summary>Gets a value indicating whether there may be several of it in one answer.</summary>
    public bool IsInList => Path.Take(Path.Count - 1).Any(static step => step.IsList);
}

/// <summary>A step to a value of a response.</summary>
/// <param name="Key">The response key.</param>
/// <param name="TypeCondition">The type that the object must have for the field to be there; null where each has it.</param>
/// <param name="IsList">Whether its value is a list.</param>
internal sealed record PageStep(string Key, string? TypeCondition, bool IsList);
