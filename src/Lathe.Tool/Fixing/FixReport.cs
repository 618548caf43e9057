using Lathe.Language.Errors;
using Lathe.Language.Fixes.Running;
using Lathe.Language.Text;
using Lathe.Tool.Output;

namespace Lathe.Tool.Fixing;

/// <summary>What <c>lathe fix</c> did, or would do.</summary>
internal sealed class FixReport
{
    private readonly List<AppliedFix> _applied = [];
    private readonly List<LanguageError> _left = [];

    /// <summary>Gets the texts that changed, as they are now.</summary>
    public List<SourceText> Changed { get; } = [];

    /// <summary>Gets a value indicating whether mistakes are left.</summary>
    public bool HasLeft => _left.Count > 0;

    public void Add(FixResult result)
    {
        _applied.AddRange(result.Applied);
        _left.AddRange(result.Left);
    }

    public void Write(TextWriter output, bool isDry)
    {
        foreach (var (error, fix) in _applied)
            output.WriteLine($"{Place(error)}: {error.Descriptor.Id}: {PlainText.Line(fix.Title)}.");
        if (HasLeft)
            output.WriteLine($"{(_applied.Count > 0 ? "\n" : string.Empty)}This needs a hand:");
        // Two projects may find the same in a file that both have.
        foreach (var line in _left.Select(error => $"{Place(error)}: {error.Descriptor.Id}: {PlainText.Line(error.Message)}").Distinct())
            output.WriteLine(line);
        if (_applied.Count == 0 && !HasLeft)
            output.WriteLine("There is nothing to mend.");
        else if (_applied.Count > 0)
            output.WriteLine($"\n{PlainText.Count(_applied.Count, "mistake")} in {PlainText.Count(Changed.Count, "file")} {Done(isDry)}.");
    }

    private static string Done(bool isDry) => isDry ? "would be mended" : "mended";

    private static string Place(LanguageError error)
    {
        if (error.Locations.Count == 0)
            return "lathe";
        var position = error.Locations[0].Position;
        return string.Create(
            System.Globalization.CultureInfo.InvariantCulture, $"{error.Locations[0].Source.Path}({position.Line},{position.Column})");
    }
}
