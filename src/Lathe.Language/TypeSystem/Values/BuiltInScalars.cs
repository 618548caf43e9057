using Lathe.Language.Text;

namespace Lathe.Language.TypeSystem.Values;

/// <summary>
/// Whether a schema has a built-in scalar: <c>Int</c>, <c>Float</c> and <c>ID</c> are part of it only when something in it
/// is of that type (specification, section 3.5). The texts are searched, which is far cheaper than parsing all of them.
/// </summary>
internal sealed class BuiltInScalars(Schema schema)
{
    private readonly Dictionary<string, bool> _known = new(StringComparer.Ordinal);

    public bool IsMissing(string name)
    {
        if (name is not ("Int" or "Float" or "ID") || !schema.IsBuiltInType(name))
            return false;
        if (!_known.TryGetValue(name, out var missing))
            _known.Add(name, missing = !IsMentioned(name));
        return missing;
    }

    private bool IsMentioned(string name)
    {
        SourceText? searched = null;
        foreach (var entry in schema.Index.Entries)
        {
            if (ReferenceEquals(entry.Source, searched))
                continue;
            searched = entry.Source;
            if (IsMentioned(name, searched.Text))
                return true;
        }

        return false;
    }

    private static bool IsMentioned(string name, string text)
    {
        for (var at = text.IndexOf(name, StringComparison.Ordinal); at >= 0; at = text.IndexOf(name, at + 1, StringComparison.Ordinal))
        {
            var end = at + name.Length;
            if ((at == 0 || !IsNamePart(text[at - 1])) && (end == text.Length || !IsNamePart(text[end])))
                return true;
        }

        return false;
    }

    private static bool IsNamePart(char unit) => unit == '_' || char.IsLetterOrDigit(unit);
}
