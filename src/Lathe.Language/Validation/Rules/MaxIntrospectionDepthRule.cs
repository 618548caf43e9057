using Lathe.Language.Errors;
using Lathe.Language.Syntax;
using Lathe.Language.Validation.Walking;

namespace Lathe.Language.Validation.Rules;

/// <summary>Introspection does not nest lists of fields and types three deep: the answer would explode.</summary>
/// <remarks>
/// Beyond the <see href="https://spec.graphql.org/September2025/#sec-Introspection">specification</see>; servers built on the reference
/// refuse such operations.
/// </remarks>
internal sealed class MaxIntrospectionDepthRule : IFieldRule
{
    public static readonly ErrorDescriptor Descriptor =
        new("GQL1028", "MaxIntrospectionDepth", "Introspection nests too deep", ErrorSeverity.Error);

    private const int TooDeep = 3;

    // The greatest depth of lists at which a fragment was found harmless.
    private readonly Dictionary<string, int> _harmless = new(StringComparer.Ordinal);
    private readonly Stack<(SelectionSetSyntax Set, int Depth)> _pending = new();
    private FieldSyntax? _reported;

    public void EnterField(FieldSyntax field, ValidationContext context)
    {
        if (field.Name.Value is not ("__schema" or "__type") || field.SelectionSet is null || IsWithinReported(field))
            return;
        if (!Exceeds(field.SelectionSet, context))
            return;
        _reported = field;
        context.Report(Descriptor, "Maximum introspection depth exceeded", field);
    }

    private bool IsWithinReported(FieldSyntax field) =>
        _reported is not null && ReferenceEquals(_reported.Source, field.Source) && field.Span.Start < _reported.Span.End;

    private bool Exceeds(SelectionSetSyntax selectionSet, ValidationContext context)
    {
        var visited = new Dictionary<string, int>(StringComparer.Ordinal);
        _pending.Clear();
        _pending.Push((selectionSet, 0));
        while (_pending.Count > 0)
        {
            var (set, depth) = _pending.Pop();
            foreach (var selection in set.Selections)
            {
                if (Enter(selection, depth, visited, context))
                    return true;
            }
        }

        foreach (var entry in visited)
            _harmless[entry.Key] = entry.Value;
        return false;
    }

    private bool Enter(SelectionSyntax selection, int depth, Dictionary<string, int> visited, ValidationContext context)
    {
        switch (selection)
        {
            case FieldSyntax field:
                if (field.Name.Value is "fields" or "interfaces" or "possibleTypes" or "inputFields" && ++depth >= TooDeep)
                    return true;
                if (field.SelectionSet is { } below)
                    _pending.Push((below, depth));
                return false;
            case InlineFragmentSyntax inline:
                _pending.Push((inline.SelectionSet, depth));
                return false;
            default:
                var name = ((FragmentSpreadSyntax)selection).Name.Value;
                if (IsSettled(name, depth, _harmless) || IsSettled(name, depth, visited) || context.Documents.FindFragment(name) is not { } fragment)
                    return false;
                visited[name] = depth;
                _pending.Push((fragment.SelectionSet, depth));
                return false;
        }
    }

    private static bool IsSettled(string name, int depth, Dictionary<string, int> depths) =>
        depths.TryGetValue(name, out var settled) && settled >= depth;
}
