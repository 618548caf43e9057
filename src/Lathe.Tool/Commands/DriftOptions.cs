using System.CommandLine;
using Lathe.Tool.Drift;
using Lathe.Tool.Hosting;

namespace Lathe.Tool.Commands;

/// <summary>The options that say how a drift is judged.</summary>
internal sealed class DriftOptions
{
    private readonly Option<bool> _strict = new("--strict") { Description = "Breaking changes fail even where they touch nothing of yours." };
    private readonly Option<string?> _ignore =
        new("--ignore") { Description = "A file of known changes, with reasons and expiry dates; "
        + $"by default {IgnoreFile.DefaultName} beside the configuration.", HelpName = "FILE" };

    private readonly Option<bool> _certain =
        new("--certain") { Description = "Breaking changes that hit you only through the value of a variable are shown, and pass." };

    public void AddTo(Command command)
    {
        command.Options.Add(_strict);
        command.Options.Add(_certain);
        command.Options.Add(_ignore);
    }

    public DriftRules Read(ParseResult parsed, string folder, ToolHost host) =>
        new(parsed.GetValue(_strict), IgnoreFile.Read(parsed.GetValue(_ignore), folder, host), parsed.GetValue(_certain));
}
