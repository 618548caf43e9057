using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Lathe.Generator.Unused;

/// <summary>The identifiers of code. A name counts as a use wherever it stands: rarely wrong, and never loud.</summary>
internal sealed class CodeWords
{
    private readonly IReadOnlyList<SyntaxTree> _trees;
    private readonly CancellationToken _cancellationToken;
    private HashSet<string>? _all;

    /// <param name="trees">The code.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    public CodeWords(IReadOnlyList<SyntaxTree> trees, CancellationToken cancellationToken)
    {
        (_trees, _cancellationToken) = (trees, cancellationToken);
        foreach (var root in trees.Select(tree => tree.GetRoot(cancellationToken)).Where(static root => root.ContainsDirectives))
        {
            foreach (var trivia in root.DescendantTrivia().Where(static one => one.IsKind(SyntaxKind.DisabledTextTrivia)))
                Split(trivia.ToString());
        }
    }

    /// <summary>Gets all identifiers, those that <c>#if</c> leaves out included; found when first asked for.</summary>
    public HashSet<string> All => _all ??= FindAll();

    /// <summary>Gets the words that <c>#if</c> leaves out: another target of the project may have them.</summary>
    public HashSet<string> Disabled { get; } = new(StringComparer.Ordinal);

    private HashSet<string> FindAll()
    {
        var all = new HashSet<string>(Disabled, StringComparer.Ordinal);
        foreach (var token in _trees.SelectMany(tree => tree.GetRoot(_cancellationToken).DescendantTokens()))
        {
            if (token.IsKind(SyntaxKind.IdentifierToken))
                all.Add(token.ValueText);
        }

        return all;
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
