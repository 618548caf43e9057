using System.CommandLine;
using System.CommandLine.Invocation;
using Lathe.Tool.Hosting;
using Lathe.Tool.Output;

namespace Lathe.Tool.Commands;

/// <summary>Shows the tool's version.</summary>
internal sealed class VersionAction(ToolHost host) : SynchronousCommandLineAction
{
    public override int Invoke(ParseResult parseResult)
    {
        host.Output.WriteLine(ToolVersion.Text);
        return ExitCode.Clean;
    }
}
