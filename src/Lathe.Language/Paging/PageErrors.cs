using Lathe.Language.Errors;

namespace Lathe.Language.Paging;

/// <summary>What can be wrong with <c>@page</c>, and what it should decide.</summary>
internal static class PageErrors
{
    /// <summary>No field, or several, are where <c>@page</c> points.</summary>
    public static readonly ErrorDescriptor FieldNotFound =
        new("GQL1110", "PageFieldNotFound", "@page names no one field", ErrorSeverity.Error);

    /// <summary>The field that <c>@page</c> names cannot be read page by page.</summary>
    public static readonly ErrorDescriptor NotPaged =
        new("GQL1111", "PageFieldNotPaged", "@page names a field that does not page", ErrorSeverity.Error);

    /// <summary>The field of <c>by</c> is not compared with a variable.</summary>
    public static readonly ErrorDescriptor KeyNotCompared =
        new("GQL1112", "PageKeyNotCompared", "@page(by:) names a field that no variable is compared with", ErrorSeverity.Error);

    /// <summary>The list is not ordered by the field of <c>by</c>.</summary>
    public static readonly ErrorDescriptor KeyNotOrdered =
        new("GQL1113", "PageKeyNotOrdered", "@page(by:) names a field that does not order the list", ErrorSeverity.Error);

    /// <summary>The items do not give the field of <c>by</c>, or not as the variable takes it.</summary>
    public static readonly ErrorDescriptor KeyNotSelected =
        new("GQL1114", "PageKeyNotSelected", "@page(by:) names a field that items do not give", ErrorSeverity.Error);

    /// <summary>Several fields could be read page by page, or one that there may be several of.</summary>
    public static readonly ErrorDescriptor Ambiguous =
        new("GQL2020", "AmbiguousPages", "It is not clear which field an operation pages", ErrorSeverity.Warning);
}
