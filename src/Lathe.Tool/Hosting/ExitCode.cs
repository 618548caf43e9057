namespace Lathe.Tool.Hosting;

/// <summary>What the process returns.</summary>
internal static class ExitCode
{
    /// <summary>Nothing is wrong.</summary>
    public const int Clean = 0;

    /// <summary>The command did its work and found errors, or drift that breaks.</summary>
    public const int Found = 1;

    /// <summary>The command could not do its work.</summary>
    public const int Unusable = 2;
}
