using System.CommandLine;
using Lathe.Tool.Hosting;
using Lathe.Tool.Running;

namespace Lathe.Tool.Commands;

/// <summary>The options that say how much of an operation's data is asked for, and how it is shown.</summary>
internal sealed class RunOutputOptions
{
    private readonly Option<string> _format = new("--format", "-f")
    {
        Description = "How the data is shown: all of it as JSON, or its list as rows.", DefaultValueFactory = _ => AnswerWriter.Formats[0],
    };

    private readonly Option<string?> _rows =
        new("--rows") { Description = "The list whose items are rows, where there are several.", HelpName = "PATH" };

    private readonly Option<bool> _all =
        new("--all") { Description = "Ask for all pages of an operation that pages; their items are the rows, in JSON too." };

    private readonly Option<int> _maxPages =
        new("--max-pages") { Description = "How many pages --all asks for at most.", HelpName = "NUMBER", DefaultValueFactory = _ => 1000 };

    public RunOutputOptions() => _format.AcceptOnlyFromAmong(AnswerWriter.Formats);

    public void AddTo(Command command)
    {
        foreach (var option in new Option[] { _format, _rows, _all, _maxPages })
            command.Options.Add(option);
    }

    /// <summary>Makes ready to run an operation.</summary>
    public OperationRun Read(ParseResult parsed, ProjectOperation operation, ToolHost host, CancellationToken cancellationToken)
    {
        if (parsed.GetValue(_maxPages) < 1)
            throw new ToolException("--max-pages takes 1 or more.");
        var pages = parsed.GetValue(_all) ? OperationPages.Of(operation, parsed.GetValue(_maxPages), cancellationToken) : null;
        var path = parsed.GetValue(_rows) ?? pages?.ListPath;
        var writer = AnswerWriter.Create(
            parsed.GetValue(_format)!, pages is not null, () => ResultRows.Of(operation, path, cancellationToken), host);
        return new OperationRun(operation, pages, writer, host);
    }
}
