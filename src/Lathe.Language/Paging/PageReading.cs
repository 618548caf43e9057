using Lathe.Language.Errors;

namespace Lathe.Language.Paging;

/// <summary>A field that pages, or why it does not.</summary>
/// <param name="Field">The field; null where it does not page.</param>
/// <param name="Reason">Why it does not, as the rest of a sentence that begins with the field; null where it does.</param>
/// <param name="Rule">What <c>@page</c> breaks with it; null where it pages.</param>
internal readonly record struct PageReading(PageField? Field, string? Reason, ErrorDescriptor? Rule)
{
    /// <summary>Says why a field does not page.</summary>
    /// <param name="reason">The rest of the sentence.</param>
    /// <param name="rule">What <c>@page</c> breaks; that the field does not page, unless it is more special.</param>
    public static PageReading Not(string reason, ErrorDescriptor? rule = null) => new(null, reason, rule ?? PageErrors.NotPaged);

    public static implicit operator PageReading(PageField field) => new(field, null, null);
}
