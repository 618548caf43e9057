using System.Text;
using Lathe.Language.Text;
using Lathe.Tool.Hosting;

namespace Lathe.Tool.Files;

/// <summary>Reads and writes whole texts.</summary>
internal static class TextFiles
{
    private static readonly UTF8Encoding s_utf8 = new(encoderShouldEmitUTF8Identifier: false);

    /// <summary>Reads a file; the path, as given, is what messages show.</summary>
    public static SourceText Read(string path, string folder)
    {
        try
        {
            return new SourceText(path, File.ReadAllText(Path.Combine(folder, path), s_utf8));
        }
        catch (Exception exception) when (exception is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new ToolException($"There is no file '{path}'. Paths are relative to {folder}.");
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new ToolException($"The file '{path}' cannot be read: {exception.Message}");
        }
    }

    /// <summary>
    /// Writes a file whole or not at all: to a file beside it, that then takes its place. Line ends, byte order mark and rights
    /// stay those of the file that was there; behind a link, its target is written. A file that says the same is left alone.
    /// </summary>
    /// <returns>Whether the file changed.</returns>
    public static bool WriteAtomically(string fullPath, string text)
    {
        string? temporary = null;
        try
        {
            var target = File.Exists(fullPath) ? new FileInfo(fullPath).ResolveLinkTarget(returnFinalTarget: true)?.FullName ?? fullPath : fullPath;
            var bytes = s_utf8.GetBytes(text);
            if (File.Exists(target))
            {
                var known = File.ReadAllBytes(target);
                bytes = Like(known, text);
                if (known.AsSpan().SequenceEqual(bytes))
                    return false;
            }

            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            temporary = $"{target}.{Guid.NewGuid():N}.tmp";
            File.WriteAllBytes(temporary, bytes);
            if (File.Exists(target) && !OperatingSystem.IsWindows())
                File.SetUnixFileMode(temporary, File.GetUnixFileMode(target));
            File.Move(temporary, target, overwrite: true);
            return true;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            if (temporary is not null && File.Exists(temporary))
                File.Delete(temporary);
            throw new ToolException($"The file '{fullPath}' cannot be written: {exception.Message}");
        }
    }

    private static byte[] Like(byte[] known, string text)
    {
        var hasMark = known.AsSpan().StartsWith(Encoding.UTF8.Preamble);
        var body = s_utf8.GetBytes(known.AsSpan().IndexOf("\r\n"u8) >= 0 ? text.ReplaceLineEndings("\r\n") : text);
        return hasMark ? [.. Encoding.UTF8.Preamble, .. body] : body;
    }

    /// <summary>Shows a full path as relative to the folder where it lies below it.</summary>
    public static string Display(string fullPath, string folder)
    {
        var relative = Path.GetRelativePath(folder, fullPath);
        return (relative.StartsWith("..", StringComparison.Ordinal) ? fullPath : relative).Replace('\\', '/');
    }
}
