using System.Text.Json;
using Lathe.Language.Syntax;
using Lathe.Language.Syntax.Parsing;
using Lathe.Language.Text;

namespace Lathe.Language.Tests.Conformance;

/// <summary>Syntax of the September 2026 edition: accepted, or refused at the same place as in the reference.</summary>
public sealed class NextSyntaxTests
{
    [Fact]
    public void EveryCaseAgrees() => NextCases.AllAgree("next-syntax.json", 87, static testCase =>
        ([Verdict(testCase)], [Parse(testCase, allowsFragmentArguments: false)]));

    [Fact]
    public void EveryCaseAgreesWithFragmentArguments() => NextCases.AllAgree("next-syntax.json", 87, static testCase =>
    {
        var verdict = testCase;
        if (testCase.TryGetProperty("withOptions", out var options) && options.TryGetProperty("experimentalFragmentArguments=true", out var other))
            verdict = other;
        return ([Verdict(verdict)], [Parse(testCase, allowsFragmentArguments: true)]);
    });

    private static string Verdict(JsonElement verdict) => verdict.GetProperty("ok").GetBoolean()
        ? "accepted"
        : $"{verdict.GetProperty("error").GetProperty("line")}:{verdict.GetProperty("error").GetProperty("column")}";

    private static string Parse(JsonElement testCase, bool allowsFragmentArguments)
    {
        var document = DocumentParser.Parse(new SourceText("case.graphql", testCase.GetProperty("source").GetString()!), allowsFragmentArguments);
        if (document.Errors.Count == 0)
            return "accepted";
        var position = document.Errors[0].Locations[0].Position;
        return $"{position.Line}:{position.Column}";
    }
}
