using System.Text.Json;
using Lathe.Tool.Hosting;
using Lathe.Tool.Output;

namespace Lathe.Tool.Running;

/// <summary>Which list of an answer are the rows of a table, and what its columns are; known before anything is sent.</summary>
/// <param name="Path">The response keys that lead to the list; empty where the data itself is the one row.</param>
/// <param name="Columns">The response keys that lead from a row to each column; one without keys for rows that are no objects.</param>
internal sealed record ResultRows(IReadOnlyList<string> Path, IReadOnlyList<IReadOnlyList<string>> Columns)
{
    /// <summary>Picks the rows.</summary>
    /// <param name="operation">A sound operation.</param>
    /// <param name="path">The list that the command line names, its keys between dots; null for the only one.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <exception cref="ToolException">The list is not there, or there are several.</exception>
    public static ResultRows Of(ProjectOperation operation, string? path, CancellationToken cancellationToken)
    {
        var data = OutputField.Of(operation, cancellationToken);
        var lists = new List<(string[] Path, OutputField Field)>();
        FindLists(data, [], lists);
        if (path is not null)
        {
            var named = lists.Find(list => string.Join('.', list.Path) == path);
            return named.Field is not null ? Of(named.Path, named.Field) : throw new ToolException(
                $"The operation {operation.Name} has no list '{PlainText.Line(path)}' that could be rows. {Known(lists)}");
        }

        var objects = lists.FindAll(list => list.Field.Fields.Count > 0);
        var candidates = objects.Count > 0 ? objects : lists;
        return candidates.Count switch
        {
            0 => Of([], data),
            1 => Of(candidates[0].Path, candidates[0].Field),
            _ => throw new ToolException($"The operation {operation.Name} has several lists. Name the rows with --rows. {Known(candidates)}"),
        };
    }

    /// <summary>Gets the rows of an answer.</summary>
    public IEnumerable<JsonElement> Read(JsonElement data)
    {
        var rows = ResponseKeys.Follow(data, Path);
        return rows.ValueKind switch
        {
            JsonValueKind.Array => rows.EnumerateArray(),
            JsonValueKind.Object when Path.Count == 0 => [rows],
            _ => [],
        };
    }

    private static ResultRows Of(string[] path, OutputField field)
    {
        var columns = new List<IReadOnlyList<string>>();
        AddColumns(field, [], columns);
        return new(path, columns);
    }

    private static void AddColumns(OutputField field, string[] path, List<IReadOnlyList<string>> columns)
    {
        if (field.Fields.Count == 0 || (path.Length > 0 && field.IsList))
            columns.Add(path);
        else
        {
            foreach (var below in field.Fields)
                AddColumns(below, [.. path, below.Key], columns);
        }
    }

    private static void FindLists(OutputField field, string[] path, List<(string[] Path, OutputField Field)> lists)
    {
        foreach (var below in field.Fields)
        {
            if (below.IsList)
                lists.Add(([.. path, below.Key], below));
            else
                FindLists(below, [.. path, below.Key], lists);
        }
    }

    private static string Known(List<(string[] Path, OutputField Field)> lists) =>
        lists.Count == 0 ? "It has none." : $"It has: {string.Join(", ", lists.Select(list => string.Join('.', list.Path)))}.";
}
