using Lathe.Language.Syntax;

namespace Lathe.Language.Validation.Expansion;

/// <summary>Copies keep the places of what they are copies of, so that errors stand where the text is.</summary>
internal static class Copies
{
    public static T At<T>(SyntaxNode original, T copy)
        where T : SyntaxNode
    {
        (copy.Span, copy.Source) = (original.Span, original.Source);
        return copy;
    }
}
