using Lathe.Language.Configuration;
using Lathe.Tool.Files;
using Lathe.Tool.Hosting;
using Lathe.Tool.Scaffolding;

namespace Lathe.Tool.StrawberryShake;

/// <summary>Makes a project of Strawberry Shake one of Lathe: its configurations and schema extensions; not its C#.</summary>
internal static class StrawberryShakeInit
{
    public static async Task RunAsync(
        CSharpProject project, bool addsPackage, bool force, ToolHost host, CancellationToken cancellationToken)
    {
        var import = ShakeImport.Read(host, cancellationToken);
        var path = Path.Combine(host.Folder, ConfigurationReader.FileName);
        if (File.Exists(path) && !force && import.Clients.All(client => client.Folder.Length > 0))
        {
            throw new ToolException(
                $"'{ConfigurationReader.FileName}' is there already, and is not of Strawberry Shake. Use --force to overwrite it.");
        }

        TextFiles.WriteAtomically(path, ShakeConfigurationWriter.Write(import));
        ConfigurationSchema.Write(host.Folder);
        await host.Output.WriteLineAsync($"{ConfigurationReader.FileName} is written, with {Count(import.Clients.Count)}.").ConfigureAwait(false);
        foreach (var line in import.WriteExtensions(host))
            await host.Output.WriteLineAsync(line).ConfigureAwait(false);
        foreach (var old in import.Clients.Where(client => client.Folder.Length > 0))
            await host.Output.WriteLineAsync($"{old.Source.Path} is no longer read; remove it.").ConfigureAwait(false);
        if (addsPackage)
            await project.AddPackageAsync(host, cancellationToken).ConfigureAwait(false);
        await WriteNextAsync(import, host).ConfigureAwait(false);
    }

    private static string Count(int clients) => clients == 1 ? "one client" : $"{clients} clients";

    private static async Task WriteNextAsync(ShakeImport import, ToolHost host)
    {
        if (import.Notes.Count > 0)
            await host.Output.WriteLineAsync("\nThis needs a hand:").ConfigureAwait(false);
        foreach (var note in import.Notes)
            await host.Output.WriteLineAsync(note.ToString()).ConfigureAwait(false);
        await host.Output.WriteLineAsync(
            "\nNext: lathe migrate strawberry-shake rewrites the C#; then take the packages StrawberryShake.* out of the project and build.")
            .ConfigureAwait(false);
    }
}
