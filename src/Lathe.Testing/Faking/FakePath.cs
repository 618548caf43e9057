using System.Globalization;

namespace Lathe.Testing.Faking;

/// <summary>Reads paths such as <c>machines[3].name</c>, as errors write them.</summary>
internal static class FakePath
{
    /// <returns>Response keys as strings, indexes as integers.</returns>
    /// <exception cref="ArgumentException">The text is no path.</exception>
    public static IReadOnlyList<object> Parse(string path)
    {
        var steps = new List<object>();
        foreach (var part in path.Split('.'))
        {
            var names = part.Split('[');
            if (names[0].Length == 0)
                throw Fault(path);
            steps.Add(names[0]);
            foreach (var index in names.Skip(1))
            {
                if (!index.EndsWith(']') || !int.TryParse(index[..^1], NumberStyles.None, CultureInfo.InvariantCulture, out var number))
                    throw Fault(path);
                steps.Add(number);
            }
        }

        return steps;
    }

    private static ArgumentException Fault(string path) =>
        new($"'{path}' is no path. Write it from data on, with response keys and indexes: machines[3].name", nameof(path));
}
