using Lathe.Language.Errors;
using Lathe.Language.Schemas;
using Lathe.Language.Syntax.Parsing;
using Lathe.Language.Text;
using Lathe.Language.TypeSystem;
using Lathe.Language.Validation;

namespace Lathe.Language.Tests.Validation;

/// <summary>Validates texts and shows each error as <c>line:column line:column message</c>.</summary>
internal static class Check
{
    public static List<string> Rule(string rule, string schema, params string[] documents) =>
        [.. Errors(schema, new ValidationOptions { ReportUnusedFragments = true, OnlyRules = [rule] }, documents).Select(Describe)];

    public static IReadOnlyList<LanguageError> Errors(string schema, ValidationOptions options, params string[] documents) =>
        Errors(schema, options, false, documents);

    public static IReadOnlyList<LanguageError> Errors(
        string schema, ValidationOptions options, bool allowsFragmentArguments, params string[] documents)
    {
        var cancellation = TestContext.Current.CancellationToken;
        var parsed = documents
            .Select((text, index) => DocumentParser.Parse(new SourceText($"{index}.graphql", text), allowsFragmentArguments, cancellation)).ToList();
        Assert.Empty(parsed.SelectMany(document => document.Errors).Select(error => error.ToString()));
        return DocumentValidator.Validate(SchemaReader.Read([new SourceText("schema.graphql", schema)], cancellation), parsed, options, cancellation);
    }

    public static string Describe(LanguageError error)
    {
        var places = error.Locations.Select(location => $"{location.Position.Line}:{location.Position.Column}");
        return $"{string.Join(' ', places)} {error.Message}";
    }
}
