using System.Text;
using Lathe.Language.Configuration;

namespace Lathe.Tool.Scaffolding;

/// <summary>What <c>lathe init</c> says in its last lines.</summary>
internal static class NextSteps
{
    /// <summary>Tells what to do next.</summary>
    /// <param name="project">The C# project.</param>
    /// <param name="client">The client's class name.</param>
    /// <param name="key">The name under which the key is read at run time, or null for a server without one.</param>
    /// <param name="hasSchema">Whether the schema is there.</param>
    public static string Text(CSharpProject project, string client, string? key, bool hasSchema)
    {
        var text = new StringBuilder($"{ConfigurationReader.FileName} is written. Queries go to {Scaffold.QueryFolder}/. Next:\n");
        var step = 1;
        if (!hasSchema)
            text.Append($"  {step++}. Get the schema: lathe schema download\n");
        text.Append($"  {step++}. Build, which makes the client: {project.BuildCommand}\n");
        text.Append($"  {step++}. Add the client to the services: services.Add{client}(){(key is null ? "" : $".AddBearerToken(\"{key}\")")};\n");
        if (key is not null)
        {
            var variable = key.Replace(":", "__", StringComparison.Ordinal);
            text.Append($"  {step}. Give the program its key in the environment variable {variable}, which must be among its configuration");
            text.Append(project.IsFileBased
                ? ".\n"
                : $",\n     or while you develop as a user secret: dotnet user-secrets init, dotnet user-secrets set {key} KEY\n");
        }

        return text.ToString();
    }
}
