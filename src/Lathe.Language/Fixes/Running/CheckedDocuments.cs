using Lathe.Language.Errors;
using Lathe.Language.Syntax;

namespace Lathe.Language.Fixes.Running;

/// <summary>Documents with what is wrong with them.</summary>
internal sealed class CheckedDocuments
{
    private readonly Dictionary<string, int> _counts = new(StringComparer.Ordinal);

    private CheckedDocuments(IReadOnlyList<DocumentSyntax> documents, IReadOnlyList<LanguageError> errors)
    {
        Documents = documents;
        Errors = errors;
        foreach (var error in errors)
            _counts[Key(error)] = CountOf(Key(error)) + 1;
    }

    /// <summary>Gets the documents.</summary>
    public IReadOnlyList<DocumentSyntax> Documents { get; }

    /// <summary>Gets what is wrong.</summary>
    public IReadOnlyList<LanguageError> Errors { get; }

    public static CheckedDocuments Of(IReadOnlyList<DocumentSyntax> documents, IFixCheck check, CancellationToken cancellationToken) =>
        new(documents, check.Check(documents, cancellationToken));

    /// <summary>Finds the errors that other documents have and these do not; places do not count, since edits move them.</summary>
    public IReadOnlyList<LanguageError> NewIn(CheckedDocuments other)
    {
        var seen = new Dictionary<string, int>(StringComparer.Ordinal);
        var added = new List<LanguageError>();
        foreach (var error in other.Errors)
        {
            var key = Key(error);
            seen.TryGetValue(key, out var count);
            seen[key] = ++count;
            if (count > CountOf(key))
                added.Add(error);
        }

        return added;
    }

    /// <summary>Counts the errors that fixes are to mend.</summary>
    public int CountOf(IEnumerable<(LanguageError Error, Fix Fix)> choices) =>
        choices.Select(choice => Key(choice.Error)).Distinct(StringComparer.Ordinal).Sum(CountOf);

    /// <summary>Makes a name of an error that edits elsewhere leave as it is.</summary>
    public static string Key(LanguageError error) =>
        $"{error.Descriptor.Id} {(error.Locations.Count > 0 ? error.Locations[0].Source.Path : null)} {error.Message}";

    private int CountOf(string key) => _counts.TryGetValue(key, out var count) ? count : 0;
}
