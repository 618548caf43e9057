using System.Globalization;
using System.Text.Json;
using Lathe.Language.Syntax.Parsing;
using Lathe.Language.Text;
using System.Text.RegularExpressions;
using Lathe.Language.Syntax;

namespace Lathe.Language.Tests.Conformance;

/// <summary>The reference implementation's verdict on each syntax case: accepted, or refused at the same place.</summary>
public sealed partial class SyntaxConformanceTests
{
    [Fact]
    public void EveryCaseAgreesWithTheReference()
    {
        var cases = ConformanceCase.Read("syntax.json");
        var differences = cases.Select(Difference).Where(difference => difference is not null).ToList();

        Assert.Equal(960, cases.Count);
        Assert.True(differences.Count == 0, $"{differences.Count} of {cases.Count} differ:\n{string.Join('\n', differences)}");
    }

    private static string? Difference(JsonElement testCase)
    {
        var expected = Describe(ConformanceCase.Newest(testCase));
        var document = DocumentParser.Parse(new SourceText("case.graphql", ReadSource(testCase)));
        var actual = "accepted";
        if (document.Errors.Count > 0)
        {
            var position = document.Errors[0].Locations[0].Position;
            actual = $"{position.Line}:{position.Column}: {WithoutHint(document.Errors[0].Message)}";
        }

        return actual == expected ? null : $"{testCase.GetProperty("id")}: expected {expected}; got {actual}";
    }

    private static string Describe(JsonElement verdict)
    {
        if (verdict.GetProperty("ok").GetBoolean())
            return "accepted";
        var error = verdict.GetProperty("error");
        var message = error.GetProperty("message").GetString()!.Replace("Syntax Error: ", "", StringComparison.Ordinal);
        return $"{error.GetProperty("line")}:{error.GetProperty("column")}: {message}";
    }

    /// <summary>Takes away what we say beyond the reference.</summary>
    private static string WithoutHint(string message) => Hint().Replace(message, "");

    [GeneratedRegex("""( The "\{" at line \d+ is not closed\.| Fragment arguments are .*| Did you mean "[a-z]+"\?)$""")]
    private static partial Regex Hint();

    private static string ReadSource(JsonElement testCase)
    {
        if (testCase.GetProperty("source").GetString() is { } source)
            return source;
        var digits = testCase.GetProperty("sourceUtf16").GetString()!.Replace(" ", "", StringComparison.Ordinal);
        return string.Concat(digits.Chunk(4).Select(unit => (char)ushort.Parse(unit, NumberStyles.HexNumber, CultureInfo.InvariantCulture)));
    }
}
