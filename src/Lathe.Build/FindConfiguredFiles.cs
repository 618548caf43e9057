using Lathe.Language.Configuration;
using Microsoft.Build.Framework;

namespace Lathe.Build;

/// <summary>The MSBuild task that gives a build the files that its configuration names outside of the project folder.</summary>
public sealed class FindConfiguredFiles : ITask
{
    /// <summary>Gets or sets the build; MSBuild sets it.</summary>
    public IBuildEngine BuildEngine { get; set; } = null!;

    /// <summary>Gets or sets the host object; not used.</summary>
    public ITaskHost? HostObject { get; set; }

    /// <summary>Gets or sets the full paths of the configurations; the outermost one counts.</summary>
    [Required]
    public string[] Configurations { get; set; } = [];

    /// <summary>Gets or sets the full paths of the files that the build has.</summary>
    public string[] Files { get; set; } = [];

    /// <summary>Gets or sets the folder of the C# project.</summary>
    [Required]
    public string ProjectFolder { get; set; } = string.Empty;

    /// <summary>Gets or sets the projects of the configuration, between semicolons; null for those that the folder has documents of.</summary>
    public string? Projects { get; set; }

    /// <summary>Gets the full paths of the files that were found.</summary>
    [Output]
    public string[] Found { get; private set; } = [];

    /// <inheritdoc/>
    public bool Execute()
    {
        var configuration = Configurations.OrderBy(static path => path.Length).ThenBy(static path => path, StringComparer.Ordinal).First();
        try
        {
            Found = [.. new ConfiguredFiles(ProjectFolder, Files).Find(configuration, ConfigurationScope.ReadNames(Projects))];
            return true;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            var message = $"The files that '{configuration}' names cannot be found: {exception.Message}";
            BuildEngine.LogErrorEvent(new BuildErrorEventArgs(
                "Lathe", code: null, configuration, 0, 0, 0, 0, message, helpKeyword: null, senderName: nameof(FindConfiguredFiles)));
            return false;
        }
    }
}
