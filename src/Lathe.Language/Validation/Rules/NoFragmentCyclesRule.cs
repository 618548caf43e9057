using Lathe.Language.Errors;
using Lathe.Language.Syntax;
using Lathe.Language.Validation.Walking;

namespace Lathe.Language.Validation.Rules;

/// <summary>A fragment does not contain itself.</summary>
/// <remarks><see href="https://spec.graphql.org/September2025/#sec-Fragment-Spreads-Must-Not-Form-Cycles">Specification</see>.</remarks>
internal sealed class NoFragmentCyclesRule : IDocumentsRule
{
    public static readonly ErrorDescriptor Descriptor =
        new("GQL1015", "NoFragmentCycles", "Fragment contains itself", ErrorSeverity.Error);

    private readonly HashSet<string> _visited = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _depthByName = new(StringComparer.Ordinal);
    private readonly List<FragmentSpreadSyntax> _path = [];
    private int _reported;

    public void LeaveDocuments(ValidationContext context)
    {
        foreach (var fragment in context.Documents.Fragments)
        {
            if (_reported < ErrorBounds.ErrorsOfARule)
                Search(fragment, context);
        }
    }

    // Depth-first with a stack of its own: a chain of fragments may be as long as the document.
    private void Search(FragmentDefinitionSyntax start, ValidationContext context)
    {
        var frames = new Stack<(string Name, IReadOnlyList<FragmentSpreadSyntax> Spreads, int Next)>();
        Push(start, frames, context);
        while (frames.Count > 0 && _reported < ErrorBounds.ErrorsOfARule)
        {
            context.CancellationToken.ThrowIfCancellationRequested();
            var (name, spreads, next) = frames.Pop();
            if (next > 0)
                _path.RemoveAt(_path.Count - 1);
            if (next == spreads.Count)
            {
                _depthByName.Remove(name);
                continue;
            }

            frames.Push((name, spreads, next + 1));
            var spread = spreads[next];
            _path.Add(spread);
            if (_depthByName.TryGetValue(spread.Name.Value, out var depth))
                Report(depth, context);
            else if (context.Documents.FindFragment(spread.Name.Value) is { } fragment)
                Push(fragment, frames, context);
        }
    }

    private void Push(
        FragmentDefinitionSyntax fragment,
        Stack<(string Name, IReadOnlyList<FragmentSpreadSyntax> Spreads, int Next)> frames, ValidationContext context)
    {
        if (!_visited.Add(fragment.Name.Value))
            return;
        var spreads = context.Documents.Graph.SpreadsOf(fragment.SelectionSet);
        if (spreads.Count == 0)
            return;
        _depthByName[fragment.Name.Value] = _path.Count;
        frames.Push((fragment.Name.Value, spreads, 0));
    }

    private void Report(int depth, ValidationContext context)
    {
        _reported++;
        var length = _path.Count - depth;
        var cycle = _path.GetRange(depth, Math.Min(length, ErrorBounds.PlacesOfAnError));
        var name = _path[_path.Count - 1].Name.Value;
        var via = string.Join(", ", cycle.Take(length - 1).Select(spread => $"\"{ShownName.Of(spread.Name.Value)}\""));
        var more = length > cycle.Count ? " and others" : string.Empty;
        context.Report(
            Descriptor,
            $"Cannot spread fragment \"{ShownName.Of(name)}\" within itself{(via.Length > 0 ? $" via {via}{more}" : string.Empty)}.",
            cycle);
    }
}
