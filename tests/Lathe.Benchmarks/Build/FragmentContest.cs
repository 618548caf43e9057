using System.Globalization;

namespace Lathe.Benchmarks.Build;

/// <summary>
/// Fragments that spread each other, printed as a table of <c>docs/performance/build.md</c>: what they cost is in proportion to their text.
/// </summary>
internal static class FragmentContest
{
    private const string Schema =
        "type Query { node: Node } interface Node { id: ID! last: Int! next: Node } "
        + "type Machine implements Node { id: ID! last: Int! next: Node }";

    private static readonly int[] s_lengths = [50, 100, 200, 400, 1000];

    private static readonly int[] s_depths = [8, 16, 32, 64];

    public static void Run(bool isShort)
    {
        Console.WriteLine("| documents | fragments | full run | a fragment | edit of the operation | edit of the last fragment |");
        Console.WriteLine("| --- | ---: | ---: | ---: | ---: | ---: |");
        var rounds = isShort ? 3 : 9;
        Row("warm-up", 400, Chain(400, "id next { id last }"), rounds: 3, Console.Error);
        foreach (var length in s_lengths)
            Row("chain, `id`", length, Chain(length, "id"), rounds, Console.Out);
        foreach (var length in s_lengths)
            Row("chain, `id next { id last }`", length, Chain(length, "id next { id last }"), rounds, Console.Out);
        foreach (var depth in s_depths)
            Row("two ways under conditions at each level", depth, Conditional(depth), rounds, Console.Out);
    }

    private static void Row(string name, int count, Documents documents, int rounds, TextWriter output)
    {
        var last = documents.Fragments[^1];
        var operation = new BuildProject([("/p/schema.graphql", Schema), .. documents.Fragments, documents.Operation]);
        var fragment = new BuildProject([("/p/schema.graphql", Schema), documents.Operation, .. documents.Fragments[..^1], last]);
        var (full, edit, editLast) = (Timing.Least, Timing.Least, Timing.Least);
        fragment.Prepare();
        for (var round = 0; round < rounds; round++)
        {
            var driver = operation.Open();
            full = full.Add(() => operation.Run(driver), 1);
            edit = edit.Add(operation.EditOperation, 5);
            editLast = editLast.Add(fragment.EditOperation, 2);
        }

        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"| {name} | {count:N0} | {full} | {full.Milliseconds / count:0.000} ms | {edit} | {editLast} |"));
    }

    private static Documents Chain(int length, string fields) => new(
        ("/p/q.graphql", "query Q {\n  node { ...F0 }\n}"),
        [.. Enumerable.Range(0, length).Select(i => File(i, $"fragment F{i} on Node {{\n {fields} {(i + 1 < length ? $"...F{i + 1}" : "")} }}"))]);

    private static Documents Conditional(int depth)
    {
        var variables = string.Join(", ", Enumerable.Range(0, depth).Select(i => $"$a{i}: Boolean!"));
        return new Documents(
            ("/p/q.graphql", $"query Q({variables}) {{\n  node {{ id ...F0 }}\n}}"),
            [
                .. Enumerable.Range(0, depth).Select(i => File(
                    i, $"fragment F{i} on Node {{\n next {{ id }} ...F{i + 1} @include(if: $a{i}) ...F{i + 1} @skip(if: $a{i}) }}")),
                File(depth, $"fragment F{depth} on Node {{\n last }}"),
            ]);
    }

    private static (string Path, string Text) File(int number, string text) => ($"/p/f{number}.graphql", text);

    private sealed record Documents((string Path, string Text) Operation, (string Path, string Text)[] Fragments);
}
