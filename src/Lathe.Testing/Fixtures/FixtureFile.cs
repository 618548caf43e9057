using Lathe.Language.Text;

namespace Lathe.Testing.Fixtures;

/// <summary>Finds and reads the file of a fixture.</summary>
internal static class FixtureFile
{
    private const int MostFolders = 20;

    /// <summary>Reads a file.</summary>
    /// <param name="path">
    /// A full path, or one that is relative to the test's source file, to the folder of the test assembly, or to a folder above one of them,
    /// up to the project's.
    /// </param>
    /// <param name="testFile">The full path of the source file; where the build has made it another one, it leads nowhere.</param>
    /// <returns>The text, with its full path.</returns>
    /// <exception cref="InvalidOperationException">There is no such file, or it cannot be read.</exception>
    public static SourceText Read(string path, string testFile)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        var found = Folders(testFile).Select(folder => Path.GetFullPath(Path.Combine(folder, path))).FirstOrDefault(File.Exists)
            ?? throw new InvalidOperationException(
                $"There is no fixture '{path}' beside the test or in its project. Record it with 'lathe record', or correct the path. "
                    + $"The search began in {string.Join(" and ", Starts(testFile))}.");
        try
        {
            return new SourceText(found, File.ReadAllText(found));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new InvalidOperationException($"The fixture '{found}' cannot be read: {exception.Message}", exception);
        }
    }

    private static IEnumerable<string> Starts(string testFile) =>
        new[] { Path.GetDirectoryName(testFile), AppContext.BaseDirectory }.Where(static folder => Directory.Exists(folder)).OfType<string>();

    private static IEnumerable<string> Folders(string testFile)
    {
        foreach (var start in Starts(testFile))
        {
            var folder = new DirectoryInfo(start);
            for (var i = 0; i < MostFolders && folder is not null; i++, folder = folder.Parent)
            {
                yield return folder.FullName;
                if (folder.EnumerateFiles("*.*proj").Any())
                    break;
            }
        }
    }
}
