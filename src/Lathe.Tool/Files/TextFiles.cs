using System.Text;
using Lathe.Language.Syntax;
using Lathe.Tool.Hosting;

namespace Lathe.Tool.Files;

/// <summary>Reads and writes whole texts.</summary>
internal static class TextFiles
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    /// <summary>Reads a file; the path, as given, is what messages show.</summary>
    public static SourceText Read(string path, string folder)
    {
        try
        {
            return new SourceText(path, File.ReadAllText(Path.Combine(folder, path), Utf8));
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

    /// <summary>Writes a file whole or not at all: to a file beside it, that then takes its place.</summary>
    public static void WriteAtomically(string fullPath, string text)
    {
        var temporary = $"{fullPath}.{Guid.NewGuid():N}.tmp";
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(fullPath)!);
            File.WriteAllText(temporary, text, Utf8);
            File.Move(temporary, fullPath, overwrite: true);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            File.Delete(temporary);
            throw new ToolException($"The file '{fullPath}' cannot be written: {exception.Message}");
        }
    }

    /// <summary>Shows a full path as relative to the folder where it lies below it.</summary>
    public static string Display(string fullPath, string folder)
    {
        var relative = Path.GetRelativePath(folder, fullPath);
        return (relative.StartsWith("..", StringComparison.Ordinal) ? fullPath : relative).Replace('\\', '/');
    }
}
