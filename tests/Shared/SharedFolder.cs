using System.Runtime.CompilerServices;

namespace Lathe.TestSupport;

/// <summary>Finds the reference data that lies beside a checkout; tests that need it skip where it is absent.</summary>
internal static class SharedFolder
{
    public const string Missing = "The reference data (../shared) is not beside this checkout.";

    public static string RepositoryRoot { get; } = FindRoot(SourcePath());

    public static string Path { get; } =
        Environment.GetEnvironmentVariable("LATHE_SHARED") ?? System.IO.Path.Combine(RepositoryRoot, "..", "shared");

    public static bool Exists => Directory.Exists(Path);

    /// <summary>Returns the full path of a file or folder under it, or skips the test.</summary>
    public static string Require(string relativePath)
    {
        Assert.SkipUnless(Exists, Missing);
        return System.IO.Path.Combine(Path, relativePath);
    }

    private static string FindRoot(string file)
    {
        var folder = new DirectoryInfo(System.IO.Path.GetDirectoryName(file)!);
        while (folder is not null && !File.Exists(System.IO.Path.Combine(folder.FullName, "Generator.sln")))
            folder = folder.Parent;
        return folder?.FullName ?? throw new InvalidOperationException("Generator.sln is not above " + file);
    }

    private static string SourcePath([CallerFilePath] string path = "") => path;
}
