using Lathe.Language.Syntax;

namespace Lathe.Language.Validation.Expansion;

/// <summary>
/// How much expansion may add to a document, and what stopped it. Fragments that spread others with several argument sets each make copies of
/// copies: their number may double with every level.
/// </summary>
internal sealed class ExpansionWork(CancellationToken cancellationToken)
{
    /// <summary>How many selections, and characters of values, expansion may add to one operation.</summary>
    public const int Most = 100_000;

    /// <summary>How deep values may nest; what the parser allows.</summary>
    public const int DeepestValue = 200;

    private int _left = Most;

    /// <summary>Gets what ended the expansion, or null.</summary>
    public ExpansionProblem? Problem { get; private set; }

    public bool Stop(string message, SyntaxNode node)
    {
        Problem ??= new ExpansionProblem(message, node);
        return false;
    }

    public void Add(int amount, SyntaxNode node)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if ((_left -= amount) < 0)
            Stop(
                $"Its fragments and their arguments make more than {Most} selections and characters of values: each argument set of a fragment is a "
                    + "copy of "
                + "its own. Spread fragments with fewer different arguments.",
                node);
    }
}
