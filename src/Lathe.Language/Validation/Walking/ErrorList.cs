using Lathe.Language.Errors;
using Lathe.Language.Syntax;
using Lathe.Language.Text;

namespace Lathe.Language.Validation.Walking;

/// <summary>Errors in the order that a reader meets them, whichever rule found them first.</summary>
internal sealed class ErrorList(IReadOnlyList<DocumentSyntax> documents)
{
    private readonly List<LanguageError> _errors = [];

    public int Count => _errors.Count;

    public void Add(LanguageError error) => _errors.Add(error);

    public IReadOnlyList<LanguageError> Sorted()
    {
        if (_errors.Count < 2)
            return _errors;
        var order = new Dictionary<SourceText, int>();
        foreach (var document in documents)
        {
            if (!order.ContainsKey(document.Source))
                order.Add(document.Source, order.Count);
        }

        var keys = new (int Document, int Start, int Index)[_errors.Count];
        for (var i = 0; i < keys.Length; i++)
        {
            var location = _errors[i].Locations[0];
            keys[i] = (order.TryGetValue(location.Source, out var index) ? index : int.MaxValue, location.Span.Start, i);
        }

        var sorted = _errors.ToArray();
        Array.Sort(keys, sorted);
        return sorted;
    }
}
