using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Lathe.Generator.Unused;

/// <summary>The identifiers of code. A name counts as a use wherever it stands: rarely wrong, and never loud.</summary>
internal sealed class CodeWords
{
    /// <summary>Gets all identifiers, those that <c>#if</c> leaves out included.</summary>
    public HashSet<string> All { get; } = new(StringComparer.Ordinal);

    /// <summary>Gets the words that <c>#if</c> leaves out: another target of the project may have them.</summary>
    public HashSet<string> Disabled { get; } = new(StringComparer.Ordinal);

    public static CodeWords Of(IEnumerable<SyntaxTree> trees, CancellationToken cancellationToken)
    {
        var words = new CodeWords();
        foreach (var tree in trees)
            words.Add(tree.GetRoot(cancellationToken));
        words.All.UnionWith(words.Disabled);
        return words;
    }

    private void Add(SyntaxNode root)
    {
        foreach (var token in root.DescendantTokens())
        {
            if (token.IsKind(SyntaxKind.IdentifierToken))
                All.Add(token.ValueText);
        }

        if (!root.ContainsDirectives)
            return;
        foreach (var trivia in root.DescendantTrivia().Where(static one => one.IsKind(SyntaxKind.DisabledTextTrivia)))
            Split(trivia.ToString());
    }

    private void Split(string text)
    {
        var start = -1;
        for (var index = 0; index <= text.Length; index++)
        {
            if (index < text.Length && SyntaxFacts.IsIdentifierPartCharacter(text[index]))
            {
                start = start < 0 ? index : start;
                continue;
            }

            if (start >= 0)
                Disabled.Add(text.Substring(start, index - start));
            start = -1;
        }
    }
}
