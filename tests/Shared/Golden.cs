using System.Runtime.CompilerServices;

namespace Lathe.TestSupport;

/// <summary>
/// Compares text with a golden file beside the test, named as Verify names it: <c>Name#Hint.verified.cs</c>.
/// Set LATHE_ACCEPT=1 to write the files instead; continuous integration refuses that.
/// </summary>
internal static class Golden
{
    public static void Match(string actual, string name, string hint, string extension = "cs", [CallerFilePath] string testFile = "")
    {
        var folder = Path.Combine(Path.GetDirectoryName(testFile)!, "Golden");
        var verified = Path.Combine(folder, $"{name}#{hint}.verified.{extension}");
        if (Environment.GetEnvironmentVariable("LATHE_ACCEPT") == "1")
        {
            Assert.SkipWhen(Environment.GetEnvironmentVariable("CI") == "true", "Golden files are not accepted in CI.");
            Directory.CreateDirectory(folder);
            File.WriteAllText(verified, actual);
            return;
        }

        Assert.True(File.Exists(verified), $"No golden file {verified}. Run with LATHE_ACCEPT=1 to make it, then read it.");
        var expected = File.ReadAllText(verified).ReplaceLineEndings("\n");
        if (expected != actual)
            Assert.Fail($"{Path.GetFileName(verified)} differs. LATHE_ACCEPT=1 accepts.\n{FirstDifference(expected, actual)}");
    }

    private static string FirstDifference(string expected, string actual)
    {
        var (left, right) = (expected.Split('\n'), actual.Split('\n'));
        var line = 0;
        while (line < left.Length && line < right.Length && left[line] == right[line])
            line++;
        var context = string.Join('\n', left.Take(line).TakeLast(3).Select(text => "  " + text));
        var removed = string.Join('\n', left.Skip(line).Take(8).Select(text => "- " + text));
        var added = string.Join('\n', right.Skip(line).Take(8).Select(text => "+ " + text));
        return $"First difference at line {line + 1}:\n{context}\n{removed}\n{added}";
    }
}
