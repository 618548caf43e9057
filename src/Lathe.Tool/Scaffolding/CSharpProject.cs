using Lathe.Tool.Hosting;

namespace Lathe.Tool.Scaffolding;

/// <summary>The C# project in a folder.</summary>
internal sealed record CSharpProject(string Folder, string FileName)
{
    public string Name => Path.GetFileNameWithoutExtension(FileName);

    public static CSharpProject Find(string folder)
    {
        var files = Directory.GetFiles(folder, "*.csproj");
        return files.Length switch
        {
            1 => new CSharpProject(folder, Path.GetFileName(files[0])),
            0 =>
                throw new ToolException(
                    $"There is no C# project in {folder}. Make one with 'dotnet new console', then run 'lathe init' in its folder."),
            _ => throw new ToolException($"There are several C# projects in {folder}: move to a folder with one."),
        };
    }

    public async Task AddPackageAsync(ToolHost host, CancellationToken cancellationToken)
    {
        var code = await host.Run("dotnet", ["add", FileName, "package", "Lathe"], Folder, cancellationToken).ConfigureAwait(false);
        if (code != 0)
            throw new ToolException(
                $"'dotnet add {FileName} package Lathe' failed with exit code {code}. The files are written; add the package by hand.");
    }
}
