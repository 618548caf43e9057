using Lathe.Tool.Files;
using Lathe.Tool.Hosting;
using Lathe.Tool.Output;

namespace Lathe.Tool.Scaffolding;

/// <summary>The C# project in a folder: a project file, or the one C# file of a file-based app.</summary>
internal sealed record CSharpProject(string Folder, string FileName)
{
    public string Name => Path.GetFileNameWithoutExtension(FileName);

    public bool IsFileBased => FileName.EndsWith(".cs", StringComparison.OrdinalIgnoreCase);

    /// <summary>Gets the command that builds it, and runs it where it is one file.</summary>
    public string BuildCommand => IsFileBased ? $"dotnet run {FileName}" : "dotnet build";

    public static CSharpProject Find(string folder)
    {
        var files = Directory.GetFiles(folder, "*.csproj");
        if (files.Length == 0)
            files = Directory.GetFiles(folder, "*.cs");
        return files.Length switch
        {
            1 => new CSharpProject(folder, Path.GetFileName(files[0])),
            0 =>
                throw new ToolException(
                    $"There is no C# project in {folder}. Make one with 'dotnet new console', or a file-based app of one .cs file, then run "
                        + "'lathe init' in its folder."),
            _ => throw new ToolException($"There are several C# projects or files in {folder}: move to a folder with one."),
        };
    }

    public Task AddPackageAsync(ToolHost host, CancellationToken cancellationToken)
    {
        if (!IsFileBased)
            return AddReferenceAsync(host, cancellationToken);
        AddDirective();
        return Task.CompletedTask;
    }

    // Directives stand before all code, behind a line that makes the file a script.
    private void AddDirective()
    {
        var path = Path.Combine(Folder, FileName);
        var text = TextFiles.Read(FileName, Folder).Text;
        if (text.Contains("#:package Lathe@", StringComparison.Ordinal))
            return;
        var start = text.StartsWith("#!", StringComparison.Ordinal) ? text.IndexOf('\n', StringComparison.Ordinal) + 1 : 0;
        TextFiles.WriteAtomically(path, $"{text[..start]}#:package Lathe@{ToolVersion.Text}\n{text[start..]}");
    }

    private async Task AddReferenceAsync(ToolHost host, CancellationToken cancellationToken)
    {
        string[] add = ["add", FileName, "package", "Lathe", "--version", ToolVersion.Text];
        var code = await host.Run("dotnet", add, Folder, cancellationToken).ConfigureAwait(false);
        if (code != 0)
            throw new ToolException(
                $"'dotnet {string.Join(' ', add)}' failed with exit code {code}. The files are written; add the package by hand.");
    }
}
