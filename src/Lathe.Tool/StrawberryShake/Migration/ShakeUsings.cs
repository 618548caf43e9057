using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Lathe.Tool.StrawberryShake.Migration;

/// <summary>Puts <c>using Lathe;</c> in the place of those of Strawberry Shake.</summary>
internal static class ShakeUsings
{
    public static IEnumerable<TextChange> Rewrite(SyntaxNode root)
    {
        UsingDirectiveSyntax[] all = [.. root.DescendantNodes().OfType<UsingDirectiveSyntax>()];
        var hasLathe = all.Any(one => one.Name?.ToString() == "Lathe");
        foreach (var one in all.Where(one => one is { Alias: null, Name: { } name } && IsOfShake(name.ToString())))
        {
            if (hasLathe)
                yield return new TextChange(one.FullSpan, string.Empty);
            else
                yield return new TextChange(one.Name!.Span, "Lathe");
            hasLathe = true;
        }
    }

    private static bool IsOfShake(string name) => name == "StrawberryShake" || name.StartsWith("StrawberryShake.", StringComparison.Ordinal);
}
