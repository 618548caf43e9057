using System.CommandLine;
using Lathe.Tool.Explanations;
using Lathe.Tool.Hosting;
using Lathe.Tool.Output;

namespace Lathe.Tool.Commands;

/// <summary><c>lathe explain</c>: the page of a diagnostic, without a network.</summary>
internal static class ExplainCommand
{
    private const string Summary = "Explains diagnostics: what each means, a bad example, a good one. Without ids it lists all.";

    private const string Details = """
        Exit code 0: explained. 2: there is no such diagnostic.

        Example:
          lathe explain GQL1004
        """;

    public static Command Create(ToolHost host)
    {
        var ids = new Argument<string[]>("ids") { Description = "The ids, such as GQL1004.", Arity = ArgumentArity.ZeroOrMore };
        var command = new ToolCommand("explain", Summary, Details);
        command.Arguments.Add(ids);
        command.SetAction((parsed, _) =>
        {
            var asked = parsed.GetValue(ids)!;
            var pages = asked.Select(Find).ToList();
            var text = pages.Count == 0
                ? string.Concat(DiagnosticPages.Ids.Select(id => DiagnosticPages.TitleOf(id) + "\n"))
                : string.Join('\n', pages);
            host.Output.Write(text);
            return Task.FromResult(ExitCode.Clean);
        });
        return command;
    }

    private static string Find(string id) =>
        DiagnosticPages.Find(id)
        ?? throw new ToolException($"there is no diagnostic '{PlainText.Line(id)}'. 'lathe explain' lists all.");
}
