using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Security.Cryptography;
using Lathe.Generator.Unused;
using Lathe.Tool.Files;

namespace Lathe.Tool.Usage;

/// <summary>Whether notes are of the files that are there now: what they say of others is no knowledge.</summary>
internal sealed class UsageFreshness
{
    private readonly Dictionary<string, string?> _digests = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string?> _versions = new(StringComparer.Ordinal);

    /// <summary>Finds what has changed since a project was compiled.</summary>
    /// <param name="facts">The notes.</param>
    /// <param name="project">The full path of the project.</param>
    /// <param name="log">The full path of the log that holds the notes.</param>
    /// <returns>What has changed; null for nothing.</returns>
    public string? Find(UsageFacts facts, string project, string log)
    {
        var folder = Path.GetDirectoryName(project)!;
        // What generators make is made of the other files; they give it no path, or one in a folder of the build.
        foreach (var (path, digest) in facts.Files.Where(file => Path.IsPathRooted(file.Path) && !ProjectFolders.IsMade(file.Path, folder)))
        {
            if (Digest(path, digest.Split(':')[0]) != digest)
                return File.Exists(path) ? $"'{path}' has changed since" : $"'{path}' is gone";
        }

        foreach (var (path, version) in facts.References)
        {
            if (Version(path) != version)
                return $"'{path}', which it was compiled against, has been built anew since";
        }

        return Added(facts, folder, File.GetLastWriteTimeUtc(log)) is { } added ? $"'{added}' is new" : null;
    }

    private static string? Added(UsageFacts facts, string folder, DateTime written)
    {
        var known = facts.Files.Where(file => Path.IsPathRooted(file.Path)).Select(file => Path.GetFullPath(file.Path))
            .ToHashSet(StringComparer.Ordinal);
        return ProjectFolders.Written(folder, "*").Where(IsCode)
            .FirstOrDefault(path => !known.Contains(path) && File.GetLastWriteTimeUtc(path) > written);
    }

    private static bool IsCode(string path) => Path.GetExtension(path) is ".cs" or ".razor" or ".cshtml" or ".graphql" or ".gql";

    private string? Digest(string path, string algorithm)
    {
        var key = $"{algorithm}:{path}";
        if (!_digests.TryGetValue(key, out var digest))
            _digests[key] = digest = Compute(path, algorithm);
        return digest;
    }

    private static string? Compute(string path, string algorithm)
    {
        try
        {
            var bytes = File.ReadAllBytes(path);
#pragma warning disable CA5350 // The digest that the compiler was asked for; it guards nothing.
            var digest = algorithm == "sha1" ? SHA1.HashData(bytes) : SHA256.HashData(bytes);
#pragma warning restore CA5350
            return $"{algorithm}:{Convert.ToHexString(digest).ToLowerInvariant()}";
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    private string? Version(string path)
    {
        if (!_versions.TryGetValue(path, out var version))
            _versions[path] = version = ReadVersion(path);
        return version;
    }

    private static string? ReadVersion(string path)
    {
        try
        {
            using var file = new PEReader(File.OpenRead(path));
            var reader = file.GetMetadataReader();
            return reader.GetGuid(reader.GetModuleDefinition().Mvid).ToString();
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or BadImageFormatException
            or InvalidOperationException)
        {
            return null;
        }
    }
}
