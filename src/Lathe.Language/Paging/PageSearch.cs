using Lathe.Language.Errors;

namespace Lathe.Language.Paging;

/// <summary>What was found of an operation's pages.</summary>
/// <param name="Field">The field that is read page by page; null where there is none.</param>
/// <param name="Findings">What is wrong with <c>@page</c>, as errors; what it should decide, as advice.</param>
internal sealed record PageSearch(PageField? Field, IReadOnlyList<LanguageError> Findings)
{
    /// <summary>Gets the search of an operation that does not page.</summary>
    public static PageSearch None { get; } = new(null, []);

    /// <summary>Makes the search that ended with a finding.</summary>
    public static PageSearch Of(LanguageError finding) => new(null, [finding]);
}
