using System.Globalization;

namespace Lathe.Tests.Support;

/// <summary>How often tests of random text try: less where a test runs once for each mutant.</summary>
internal static class Rounds
{
    private static readonly int s_divisor =
        int.TryParse(Environment.GetEnvironmentVariable("LATHE_FEWER_ROUNDS"), CultureInfo.InvariantCulture, out var divisor) ? divisor : 1;

    public static int Of(int usual) => usual / s_divisor;
}
