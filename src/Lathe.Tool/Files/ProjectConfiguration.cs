using Lathe.Language.Configuration;
using Lathe.Language.Errors;
using Lathe.Tool.Hosting;

namespace Lathe.Tool.Files;

/// <summary>Finds and reads <c>.graphqlrc.json</c>.</summary>
internal static class ProjectConfiguration
{
    /// <summary>Finds the configuration in the folder or above it.</summary>
    public static string? FindFile(string folder)
    {
        for (var current = new DirectoryInfo(folder); current is not null; current = current.Parent)
        {
            var path = Path.Combine(current.FullName, ConfigurationReader.FileName);
            if (File.Exists(path))
                return path;
        }

        return null;
    }

    /// <summary>Reads the configuration that is named, or the nearest one; a mistake in it ends the command.</summary>
    public static ConfigurationFile ReadValid(string? path, ToolHost host)
    {
        var file = Read(path, host);
        RefuseMistakes(file.Errors, host);
        return file;
    }

    /// <summary>Reads the configuration that is named, or the nearest one, or takes what stands for one; whatever mistakes it holds.</summary>
    public static ConfigurationFile Read(string? path, ToolHost host)
    {
        var found = path ?? FindFile(host.Folder);
        if (found is null)
        {
            return DefaultConfiguration.Find(host.Folder) ?? throw new ToolException(
                $"There is no {ConfigurationReader.FileName} in {host.Folder} or above it, and no schema. "
                + "Make one with 'lathe init', or name files with options (see --help).");
        }

        var full = Path.GetFullPath(Path.Combine(host.Folder, found));
        var text = TextFiles.Read(TextFiles.Display(full, host.Folder), host.Folder);
        return ConfigurationReader.Read(new(full.Replace('\\', '/'), text.Text));
    }

    /// <summary>Makes the error of a configuration without a project.</summary>
    public static ToolException WithoutProject() => new("The configuration has no project. Name a schema in it; see docs/configuration.md.");

    /// <summary>Shows warnings and throws for errors.</summary>
    public static void RefuseMistakes(IReadOnlyList<LanguageError> errors, ToolHost host)
    {
        foreach (var warning in errors.Where(error => error.Descriptor.Severity != ErrorSeverity.Error))
            host.Error.WriteLine(warning);
        var faults = errors.Where(error => error.Descriptor.Severity == ErrorSeverity.Error).ToArray();
        foreach (var further in faults.Skip(1))
            host.Error.WriteLine(further);
        if (faults.Length > 0)
            throw new ToolException(faults[0].ToString());
    }
}
