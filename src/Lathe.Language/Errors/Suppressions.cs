using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using Lathe.Language.Text;

namespace Lathe.Language.Errors;

/// <summary>
/// The comment directives of a file: <c># lathe-disable-next-line GQL2001</c>, <c># lathe-disable-line GQL2001</c> and
/// <c># lathe-disable-file GQL2001</c>; several ids are separated by commas, a reason follows <c>--</c>.
/// </summary>
internal sealed class Suppressions
{
    /// <summary>A directive that names no id.</summary>
    public static readonly ErrorDescriptor WithoutId =
        new("GQL0012", "SuppressionWithoutId", "A suppression must name what it suppresses", ErrorSeverity.Warning);

    private const string Marker = "lathe-disable";

    private static readonly ConditionalWeakTable<SourceText, Suppressions> s_cache = new();

    private readonly HashSet<(string Id, int Line)> _covered = [];
    private readonly List<LanguageError> _errors = [];

    private Suppressions(SourceText source)
    {
        if (source.Text.IndexOf(Marker, StringComparison.Ordinal) < 0)
            return;
        foreach (Match match in Directive.Pattern.Matches(source.Text))
            Add(source, match);
    }

    /// <summary>Gets the directives that are not usable.</summary>
    public IReadOnlyList<LanguageError> Errors => _errors;

    /// <summary>Finds the directives of a text; once for each text.</summary>
    /// <param name="source">The text.</param>
    /// <returns>The directives.</returns>
    public static Suppressions Of(SourceText source) => s_cache.GetValue(source, text => new Suppressions(text));

    /// <summary>Tells whether a directive covers advice; errors are never suppressed, for there is no code without mending them.</summary>
    /// <param name="error">The advice, or an error.</param>
    /// <returns>Whether it is not to be reported.</returns>
    public static bool Cover(LanguageError error)
    {
        if (error.Descriptor.Severity == ErrorSeverity.Error || error.Locations.Count == 0)
            return false;
        var location = error.Locations[0];
        var covered = Of(location.Source)._covered;
        return covered.Count > 0
            && (covered.Contains((error.Descriptor.Id, 0)) || covered.Contains((error.Descriptor.Id, location.Position.Line)));
    }

    private void Add(SourceText source, Match match)
    {
        var where = match.Groups["where"].Value;
        var line = source.GetPosition(match.Index).Line;
        var target = where switch { "-file" => 0, "-line" => line, _ => line + 1 };
        var ids = match.Groups["ids"].Value.Split(["--"], StringSplitOptions.None)[0]
            .Split([',', ' ', '\t'], StringSplitOptions.RemoveEmptyEntries);
        if (where.Length == 0 || ids.Length == 0 || !Array.TrueForAll(ids, IsId))
        {
            const string Message =
                "Name what to suppress, for example: # lathe-disable-next-line GQL2001 -- the reason. Besides -next-line there are -line and -file.";
            _errors.Add(new LanguageError(WithoutId, Message, [new SourceLocation(source, new SourceSpan(match.Index, match.Length))]));
            return;
        }

        foreach (var id in ids)
            _covered.Add((id, target));
    }

    // Few files have one, and making the pattern takes as long as reading many files.
    private static class Directive
    {
        public static readonly Regex Pattern = new(
            @"#[ \t]*lathe-disable(?<where>-next-line|-line|-file)?(?<ids>[^\r\n]*)", RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1));
    }

    private static bool IsId(string text) => Regex.IsMatch(text, "^GQL[0-9]{4}$", RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1));
}
