using System.Text;

namespace Lathe.Language.Fixes;

/// <summary>The name that a file gives to its operation: <c>get-machines.query.graphql</c> to <c>GetMachines</c>.</summary>
internal static class OperationName
{
    private static readonly string[] s_kinds = [".query", ".mutation", ".subscription", ".fragment", ".operation"];

    /// <summary>Makes the name.</summary>
    /// <param name="path">The path of the file; either kind of slash.</param>
    /// <returns>The name, or null where the file's own has nothing that a name may have.</returns>
    public static string? Of(string path)
    {
        var file = path.Substring(path.LastIndexOfAny(['/', '\\']) + 1);
        var dot = file.LastIndexOf('.');
        var stem = dot > 0 ? file.Substring(0, dot) : file;
        if (Array.Find(s_kinds, kind => stem.Length > kind.Length && stem.EndsWith(kind, StringComparison.OrdinalIgnoreCase)) is { } found)
            stem = stem.Substring(0, stem.Length - found.Length);
        var name = new StringBuilder();
        var startsWord = true;
        foreach (var unit in stem)
        {
            if (!SourceLines.IsNamePart(unit))
            {
                startsWord = true;
                continue;
            }

            name.Append(startsWord ? char.ToUpperInvariant(unit) : unit);
            startsWord = false;
        }

        if (name.Length > 0 && char.IsDigit(name[0]))
            name.Insert(0, '_');
        return name.Length == 0 ? null : name.ToString();
    }
}
