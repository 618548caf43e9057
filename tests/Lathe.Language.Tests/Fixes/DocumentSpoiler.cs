using Lathe.Language.Syntax;
using Lathe.Language.Text;

namespace Lathe.Language.Tests.Fixes;

/// <summary>Makes the mistakes of people in valid documents, one at a time; the same seed makes the same.</summary>
internal sealed class DocumentSpoiler(int seed)
{
    private readonly Random _random = new(seed);

    /// <summary>Makes one mistake.</summary>
    /// <returns>The text with the mistake, or null where the one drawn has no place in the text.</returns>
    public string? Spoil(DocumentSyntax document)
    {
        var nodes = SyntaxNodes.Of(document);
        return _random.Next(6) switch
        {
            0 => Misspell(document, [.. nodes.OfType<FieldSyntax>().Where(one => one.Name.Value != "__typename").Select(one => one.Name)]),
            1 => Misspell(document, [.. nodes.OfType<ArgumentSyntax>().Select(one => one.Name)]),
            2 => Misspell(document, [.. nodes.OfType<NamedTypeSyntax>().Select(one => one.Name)]),
            3 => Misspell(document, [.. nodes.OfType<FragmentSpreadSyntax>().Select(one => one.Name)]),
            4 => Remove(document, [.. nodes.OfType<VariableDefinitionSyntax>()]),
            _ => Declare(document, [.. document.Definitions.OfType<OperationDefinitionSyntax>().Where(one => one.VariableDefinitions.Count > 0)]),
        };
    }

    // Two neighbours swapped, a letter lost, or a letter twice.
    private string? Misspell(DocumentSyntax document, NameSyntax[] names)
    {
        NameSyntax[] longer = [.. names.Where(name => name.Value.Length > 3)];
        if (longer.Length == 0)
            return null;
        var name = longer[_random.Next(longer.Length)];
        var (value, at) = (name.Value, _random.Next(1, name.Value.Length - 1));
        var slip = _random.Next(3) switch
        {
            0 when value[at] != value[at + 1] => value[..at] + value[at + 1] + value[at] + value[(at + 2)..],
            1 => value.Remove(at, 1),
            _ => value.Insert(at, value[at].ToString()),
        };
        return Replace(document, name.Span, slip);
    }

    private string? Remove(DocumentSyntax document, VariableDefinitionSyntax[] variables)
    {
        if (variables.Length == 0)
            return null;
        var variable = variables[_random.Next(variables.Length)];
        var operation = document.Definitions.OfType<OperationDefinitionSyntax>().First(one => one.VariableDefinitions.Contains(variable));
        if (operation.VariableDefinitions.Count > 1)
            return Replace(document, variable.Span, "");
        var (open, close) = (operation.Name!.Span.End, document.Source.Text.IndexOf(')', variable.Span.End));
        return Replace(document, SourceSpan.FromBounds(open, close + 1), "");
    }

    private string? Declare(DocumentSyntax document, OperationDefinitionSyntax[] operations) => operations.Length == 0
        ? null
        : Replace(
            document,
            new SourceSpan(operations[_random.Next(operations.Length)].VariableDefinitions[0].Span.Start, 0),
            "$superfluous: Boolean ");

    private static string Replace(DocumentSyntax document, SourceSpan span, string text) =>
        string.Concat(document.Source.Text.AsSpan(0, span.Start), text, document.Source.Text.AsSpan(span.End));
}
