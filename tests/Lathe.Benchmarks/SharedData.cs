namespace Lathe.Benchmarks;

/// <summary>Finds the reference data that lies beside a checkout.</summary>
internal static class SharedData
{
    public static string Folder { get; } = Environment.GetEnvironmentVariable("LATHE_SHARED") ?? Find();

    private static string Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Generator.sln")))
                return Path.Combine(folder.FullName, "..", "shared");
        }

        throw new InvalidOperationException("Generator.sln is not above the benchmarks: set LATHE_SHARED to the reference data.");
    }
}
