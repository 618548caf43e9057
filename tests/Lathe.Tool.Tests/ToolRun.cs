using System.Text.Json;
using Lathe.Tool.Hosting;

namespace Lathe.Tool.Tests;

/// <summary>Runs commands in the test's process, in a folder of their own.</summary>
internal sealed class ToolRun : IDisposable
{
    private readonly List<(string Program, string Arguments)> _programs = [];

    public ToolRun(params (string Path, string Text)[] files)
    {
        Folder = Directory.CreateTempSubdirectory("lathe-tool-").FullName;
        foreach (var (path, text) in files)
            Write(path, text);
    }

    public string Folder { get; }

    public Dictionary<string, string> Environment { get; } = [];

    public string Input { get; set; } = "";

    public TimeProvider Clock { get; set; } = TimeProvider.System;

    public bool IsTerminal { get; set; }

    public bool ShowsProgress { get; set; }

    public bool CanAsk { get; set; }

    public int Width { get; set; } = 120;

    /// <summary>Gets or sets where output goes instead.</summary>
    public TextWriter? Sink { get; set; }

    public string Output { get; private set; } = "";

    public string Error { get; private set; } = "";

    public IReadOnlyList<(string Program, string Arguments)> Programs => _programs;

    public JsonElement Json => JsonDocument.Parse(Output).RootElement;

    public void Dispose() => Directory.Delete(Folder, recursive: true);

    public void Write(string path, string text)
    {
        var full = Path.Combine(Folder, path);
        Directory.CreateDirectory(Path.GetDirectoryName(full)!);
        File.WriteAllText(full, text);
    }

    public string Read(string path) => File.ReadAllText(Path.Combine(Folder, path));

    /// <summary>Reads a text with its byte order mark.</summary>
    public string ReadExactly(string path) => System.Text.Encoding.UTF8.GetString(File.ReadAllBytes(Path.Combine(Folder, path)));

    public bool Has(string path) => File.Exists(Path.Combine(Folder, path));

    public Task<int> RunAsync(params string[] arguments) => RunInAsync("", arguments);

    /// <summary>Runs a command in a folder below that of the run.</summary>
    public async Task<int> RunInAsync(string below, string[] arguments)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        using var input = new StringReader(Input);
        var host = new ToolHost
        {
            Output = Sink ?? output,
            Error = error,
            Input = input,
            Folder = Path.Combine(Folder, below),
            Environment = name => Environment.GetValueOrDefault(name),
            Clock = Clock,
            IsTerminal = IsTerminal,
            ShowsProgress = ShowsProgress,
            CanAsk = CanAsk,
            Width = Width,
            Run = (program, list, _, _) =>
            {
                _programs.Add((program, string.Join(' ', list)));
                return Task.FromResult(0);
            },
        };
        var code = await LatheCommand.RunAsync(arguments, host, TestContext.Current.CancellationToken);
        (Output, Error) = (output.ToString().ReplaceLineEndings("\n"), error.ToString().ReplaceLineEndings("\n"));
        return code;
    }

    /// <summary>Runs a command that must fail to do its work, and returns the one line that it says.</summary>
    public async Task<string> FailAsync(params string[] arguments)
    {
        Assert.Equal(2, await RunAsync(arguments));
        return Assert.Single(Error.TrimEnd('\n').Split('\n'));
    }
}
