using System.CommandLine;
using Lathe.Generator.Unused;
using Lathe.Tool.Files;
using Lathe.Tool.Hosting;
using Lathe.Tool.Output;
using Lathe.Tool.Usage;

namespace Lathe.Tool.Commands;

/// <summary><c>lathe operations unused</c>: what no project of a solution uses of the clients in it.</summary>
internal static class OperationsUnusedCommand
{
    private const string Summary = "Finds fields, operations and fragments that no project of a solution uses.";

    private const string Details = """
        Each project notes what its C# uses when it is built with the property LatheUsage: dotnet build -p:LatheUsage=log. Where notes are missing
        or old, nothing is called unused.
        Exit code 0: nothing is unused. 1: something is. 2: what some project uses is not known.

        Example:
          lathe operations unused Shop.sln --build
        """;

    public static Command Create(ToolHost host)
    {
        var paths = new Argument<string[]>("paths")
        {
            Description = "Solutions (.sln, .slnx) and projects; by default the solution in the current folder.",
            Arity = ArgumentArity.ZeroOrMore,
        };
        var build = new Option<bool>("--build") { Description = "Build them first, so that each project notes what it uses." };
        var format = SharedOptions.Format();
        var command = new ToolCommand("unused", Summary, Details) { paths, build, format };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var given = Given(parsed.GetValue(paths) ?? [], host);
            var projects = await SolutionProjects.ReadAsync(given, cancellationToken).ConfigureAwait(false);
            if (parsed.GetValue(build))
                await BuildAsync(given, host, cancellationToken).ConfigureAwait(false);
            var notes = Notes(projects, host);
            var report = new UnusedReport(UnusedSearch.Find(notes, host.Folder, cancellationToken), projects.Count);
            ReportFormats.Write(parsed.GetValue(format)!, report, host);
            return report.Findings.Count > 0 ? ExitCode.Found : ExitCode.Clean;
        });
        return command;
    }

    private static string[] Given(string[] paths, ToolHost host)
    {
        if (paths.Length > 0)
            return [.. paths.Select(path => Path.GetFullPath(Path.Combine(host.Folder, path)))];
        string[] found = [.. Directory.EnumerateFiles(host.Folder, "*.sln*").Where(path => Path.GetExtension(path) is ".sln" or ".slnx")];
        return found.Length == 1
            ? found
            : throw new ToolException("Name the solution or the projects to look at: there is not one solution in the current folder.");
    }

    private static async Task BuildAsync(string[] paths, ToolHost host, CancellationToken cancellationToken)
    {
        foreach (var path in paths)
        {
            string[] arguments = ["build", path, "-p:LatheUsage=log", "-v", "q", "--nologo"];
            if (await host.Run("dotnet", arguments, host.Folder, cancellationToken).ConfigureAwait(false) != 0)
                throw new ToolException($"The build of '{TextFiles.Display(path, host.Folder)}' failed; see above.");
        }
    }

    private static UsageFacts[] Notes(IReadOnlyList<string> projects, ToolHost host)
    {
        var freshness = new UsageFreshness();
        var notes = projects.Select(project => ProjectNotes.Read(project, freshness)).ToArray();
        var faults = notes.Where(one => one.Fault is not null).Select(one => (one.Project, one.Fault!)).ToList();
        UsageFacts[] facts = [.. notes.SelectMany(one => one.Facts)];
        var known = facts.Select(one => one.Assembly).ToHashSet(StringComparer.OrdinalIgnoreCase);
        foreach (var one in notes)
        {
            if (one.Facts.SelectMany(fact => fact.Relied).FirstOrDefault(name => !known.Contains(name)) is { } name)
                faults.Add((one.Project, $"it uses the project of '{name}', which is not among those that were named"));
        }

        foreach (var (project, fault) in faults)
            host.Error.WriteLine($"{TextFiles.Display(project, host.Folder)}: {PlainText.Line(fault)}.");
        if (faults.Count > 0)
        {
            var some = $"{faults.Count} of {PlainText.Count(projects.Count, "project")}";
            throw new ToolException(
                $"What {some} use is not known, so nothing is called unused. Build with 'dotnet build -p:LatheUsage=log', or give --build.");
        }

        return facts.Length > 0 ? facts : throw new ToolException("None of the projects refers to Lathe, so there is nothing to look at.");
    }
}
