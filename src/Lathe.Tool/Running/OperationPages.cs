using System.Runtime.CompilerServices;
using System.Text.Json;
using Lathe.Language.Errors;
using Lathe.Language.Paging;
using Lathe.Tool.Hosting;

namespace Lathe.Tool.Running;

/// <summary>The pages of an operation, one after the other.</summary>
/// <param name="operation">The operation.</param>
/// <param name="pager">The field that pages.</param>
/// <param name="mostPages">How many are read.</param>
internal sealed class OperationPages(ProjectOperation operation, PageField pager, int mostPages)
{
    /// <summary>Gets the response keys that lead to the list that the pages are of.</summary>
    public string ListPath
    {
        get
        {
            var ofItems = pager.Path[^1].IsList ? 0 : pager.Items.TakeWhile(step => !step.IsList).Count() + 1;
            return string.Join('.', pager.Path.Concat(pager.Items.Take(ofItems)).Select(step => step.Key));
        }
    }

    /// <summary>Finds the field that an operation pages by, as generated clients do.</summary>
    /// <exception cref="ToolException">It does not page, or it is not clear by which field.</exception>
    public static OperationPages Of(ProjectOperation operation, int mostPages, CancellationToken cancellationToken)
    {
        var search = PagerFinder.Find(operation.Schema, operation.Definition, operation.Index.FindFragment, cancellationToken);
        if (search.Findings is [LanguageError finding, ..])
            throw new ToolException(finding.ToString());
        return search.Field switch
        {
            null => throw new ToolException($"The operation {operation.Name} does not page: no variable leads from one page to the next."),
            { IsInList: true } => throw new ToolException(
                $"'{search.Field.Name}', which the operation {operation.Name} pages by, stands in a list: a program can read its pages."),
            var pager => new OperationPages(operation, pager, mostPages),
        };
    }

    /// <summary>Reads the pages; the one with errors is the last.</summary>
    /// <exception cref="ToolException">No answer came, there is more than was asked for, or the server leads nowhere.</exception>
    public async IAsyncEnumerable<OperationAnswer> ReadAsync(
        OperationSender sender,
        IReadOnlyList<KeyValuePair<string, JsonElement>> variables,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var turner = new PageTurner(operation, pager, variables);
        for (var page = 1; ; page++)
        {
            var answer = await sender.SendAsync(operation, variables, cancellationToken).ConfigureAwait(false);
            yield return answer;
            if (answer.Errors.Count > 0 || turner.Next(answer.Data) is not { } next)
                yield break;
            if (page == mostPages)
                throw new ToolException($"There is more behind page {page}, where --max-pages ends: what came is not all.");
            variables = [.. variables.Where(variable => variable.Key != pager.Variable), KeyValuePair.Create(pager.Variable, next)];
        }
    }
}
