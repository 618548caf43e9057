using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

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
        foreach (var root in trees.Select(tree => tree.GetRoot(cancellationToken)).Where(LeavesOut))
        {
            foreach (var trivia in root.DescendantTrivia().Where(static one => one.IsKind(SyntaxKind.DisabledTextTrivia)))
                Split(trivia.ToString(), Disabled);
        }
    }

    /// <param name="all">The identifiers.</param>
    /// <param name="disabled">Those that <c>#if</c> leaves out.</param>
    public CodeWords(IEnumerable<string> all, IEnumerable<string> disabled)
    {
        _trees = [];
        Disabled.UnionWith(disabled);
        _all = new HashSet<string>(all.Concat(Disabled), StringComparer.Ordinal);
    }

    /// <summary>
    /// Gets all words, those of comments and those that <c>#if</c> leaves out included; found when first asked for. To split the text is far
    /// cheaper than to ask for each token.
    /// </summary>
    public HashSet<string> All => _all ??= FindAll();

    /// <summary>Gets the words that <c>#if</c> leaves out: another target of the project may have them.</summary>
    public HashSet<string> Disabled { get; } = new(StringComparer.Ordinal);

    private HashSet<string> FindAll()
    {
        var all = new HashSet<string>(Disabled, StringComparer.Ordinal);
        foreach (var tree in _trees)
            Split(tree.GetText(_cancellationToken).ToString(), all);
        return all;
    }

    private static bool LeavesOut(SyntaxNode root)
    {
        if (!root.ContainsDirectives)
            return false;
        for (var directive = root.GetFirstDirective(); directive is not null; directive = directive.GetNextDirective())
        {
            if (directive is BranchingDirectiveTriviaSyntax { BranchTaken: false })
                return true;
        }

        return false;
    }

    private static void Split(string text, HashSet<string> words)
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
                words.Add(text.Substring(start, index - start));
            start = -1;
        }
    }
}
