using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using Lathe.Generator.Emission;
using Lathe.Generator.Model;
using Lathe.TestSupport;

namespace Lathe.Generator.Tests.Emission;

/// <summary>Which operations of a workload get which pager, as a golden file: what a reader must look through for a wrong one.</summary>
internal static partial class PagerList
{
    /// <summary>Compares the list with its golden file.</summary>
    /// <returns>How many operations page, and how many of them have a pager.</returns>
    public static string Match(TestClient client, string workload)
    {
        // What pages is told by the words of the request alone, so that the list also has what the build does not recognise.
        var paging = client.Operations.Where(static one => one.Pager is not null || PagingArgument().IsMatch(one.Document)).ToList();
        var lines = paging.Select(static one => $"{one.Name}: {Describe(one)}\n");
        var count = string.Create(CultureInfo.InvariantCulture,
            $"{paging.Count(static one => one.Pager is not null)} of {paging.Count} operations that page");
        Golden.Match(count + "\n" + string.Concat(lines), "Pagers", workload, "txt");
        return count;
    }

    /// <summary>Counts over all golden files: how many operations have a pager, and how many page.</summary>
    public static (int WithPager, int Paging) Count([CallerFilePath] string file = "")
    {
        var counts = Directory.GetFiles(Path.Combine(Path.GetDirectoryName(file)!, "Golden"), "Pagers#*.txt")
            .Select(static one => File.ReadLines(one).First().Split(' ')).ToList();
        return (counts.Sum(Number(0)), counts.Sum(Number(2)));

        static Func<string[], int> Number(int at) => words => int.Parse(words[at], CultureInfo.InvariantCulture);
    }

    private static string Describe(OperationModel operation) => operation.Pager is { } pager
        ? $"{pager.Kind} ${pager.Variable.Name} of {pager.FieldName}, items {PagerEmitter.Item(operation, pager).Split('.')[^1]}"
        : "none: " + string.Join(" ", PagingArgument().Matches(operation.Document).Select(static match => match.Value).Distinct());

    [GeneratedRegex(@"\b(after|before|offset|skip|cursor|page):\$\w+")]
    private static partial Regex PagingArgument();
}
