using System.Reflection;
using Lathe.Language.Errors;
using Lathe.Language.Paging;
using Lathe.Language.Schemas;
using Lathe.Language.Syntax.Parsing;
using Lathe.Language.Text;
using Lathe.Language.TypeSystem;
using Lathe.Language.TypeSystem.Validation;
using Lathe.Language.Validation;
using Lathe.TestSupport;

namespace Lathe.Language.Tests.Diagnostics;

/// <summary>Each kind of error has a page in docs/diagnostics, and the examples there are what they say.</summary>
public sealed class DiagnosticPagesTests
{
    private static readonly string s_folder = Path.Combine(SharedFolder.RepositoryRoot, "docs", "diagnostics");

    public static TheoryData<string> ValidationIds() =>
        [.. SpecifiedRules.Descriptors.Concat(AdviceRules.Descriptors).Concat(s_ofPages).Select(descriptor => descriptor.Id).Distinct()];

    // One rule has them all.
    private static readonly ErrorDescriptor[] s_ofPages =
        [PageErrors.FieldNotFound, PageErrors.NotPaged, PageErrors.KeyNotCompared, PageErrors.KeyNotOrdered, PageErrors.KeyNotSelected];

    [Fact]
    public void EveryKindOfErrorHasAPage()
    {
        var missing = Descriptors().Where(descriptor => !File.Exists(PathOf(descriptor.Id)))
            .Select(descriptor => $"{descriptor.Id} {descriptor.Rule}: {descriptor.Title}").Order(StringComparer.Ordinal);

        Assert.Empty(missing);
    }

    [Fact]
    public void EveryIdIsOfOneKindOfError()
    {
        var shared = Descriptors().GroupBy(descriptor => descriptor.Id).Where(group => group.Distinct().Count() > 1).Select(group => group.Key);

        Assert.Empty(shared);
    }

    /// <summary>The list that users see of a release says the same id, severity and title.</summary>
    [Fact]
    public void EveryKindOfErrorIsInTheReleaseList()
    {
        var path = Path.Combine(SharedFolder.RepositoryRoot, "src", "Lathe.Generator", "AnalyzerReleases.Unshipped.md");
        var listed = File.ReadAllLines(path).Select(line => line.Split(" | ")).Where(parts => parts.Length == 4)
            .Select(parts => $"{parts[0]} {parts[2]} {parts[3]}").ToHashSet(StringComparer.Ordinal);

        // The compiler's name for it.
        static string Name(ErrorSeverity severity) => severity == ErrorSeverity.Information ? "Info" : severity.ToString();
        Assert.All(Descriptors(), one => Assert.Contains($"{one.Id} {Name(one.Severity)} {one.Title}", listed));
    }

    [Fact]
    public void EveryPageNamesItsIdAndHasTwoExamples()
    {
        foreach (var descriptor in Descriptors().Where(descriptor => File.Exists(PathOf(descriptor.Id))))
        {
            var page = File.ReadAllText(PathOf(descriptor.Id));
            Assert.StartsWith($"# {descriptor.Id}: ", page, StringComparison.Ordinal);
            Assert.True(Examples(descriptor.Id).Count >= 2, $"{descriptor.Id} has no bad and good example.");
        }
    }

    [Theory]
    [MemberData(nameof(ValidationIds))]
    public void TheBadExampleHasTheErrorAndTheGoodOneNone(string id)
    {
        var examples = Examples(id);
        var options = id.StartsWith("GQL2", StringComparison.Ordinal) ? ValidationOptions.Advice : ValidationOptions.Strict;

        var allows = id == FragmentArgumentsRule.Descriptor.Id;
        Assert.Contains(Validate(examples[0], options, allows), error => error.Descriptor.Id == id);
        Assert.Empty(Validate(examples[1], options, allows).Select(error => error.ToString()));
        Assert.Empty(Validate(examples[1], ValidationOptions.Strict, allows).Select(error => error.ToString()));
    }

    [Fact]
    public void ExamplesOfSchemasHaveTheirErrors()
    {
        var wrong = new List<string>();
        foreach (var descriptor in Descriptors().Where(descriptor => IsOfSchemas(descriptor.Id)).Distinct())
        {
            var examples = Examples(descriptor.Id);
            var (bad, good) = (ValidateSchema(examples[0]), ValidateSchema(examples[1]));
            if (!bad.Any(error => error.Descriptor.Id == descriptor.Id))
                wrong.Add($"{descriptor.Id}: the bad example has {string.Join(", ", bad)}");
            wrong.AddRange(good.Select(error => $"{descriptor.Id}: the good example has {error}"));
        }

        Assert.Empty(wrong);
    }

    [Fact]
    public void TheExampleOfAnOperationInASchemaHasTheErrorAndIsNoneInADocument()
    {
        var examples = Examples("GQL0016");
        var (schema, operation) = (new SourceText("schema.graphql", examples[0]), new SourceText("q.graphql", examples[1]));
        var cancellation = TestContext.Current.CancellationToken;
        var mixed = SchemaReader.Read([schema], cancellation);

        Assert.Equal("GQL0016", Assert.Single(mixed.Errors).Descriptor.Id);
        Assert.Empty(DocumentValidator.Validate(mixed, [DocumentParser.Parse(operation, cancellation)], ValidationOptions.Strict, cancellation));
        Assert.Empty(SchemaReader.Read([new SourceText("schema.graphql", examples[0].Split("query")[0])], cancellation).Errors);
    }

    [Fact]
    public void TheExampleOfASyntaxErrorHasOne()
    {
        var examples = Examples("GQL1001");

        Assert.Contains(Validate(examples[0], ValidationOptions.Strict), error => error.Descriptor.Id == "GQL1001");
        Assert.Empty(Validate(examples[1], ValidationOptions.Strict));
    }

    [Fact]
    public void TheExampleOfAmbiguousPagesHasTheAdviceAndTheDirectiveDecides()
    {
        var examples = Examples(PageErrors.Ambiguous.Id);
        var schema = File.ReadAllText(Path.Combine(s_folder, "schema.graphql"));

        Assert.Contains(" GQL2020: ", Paging.Search.Of(examples[0], schema), StringComparison.Ordinal);
        Assert.Equal("Offset $offset byRef []", Paging.Search.Of(examples[1], schema));
    }

    private static bool IsOfSchemas(string id) => string.CompareOrdinal(id, "GQL1050") >= 0 && string.CompareOrdinal(id, "GQL1149") <= 0
        && SpecifiedRules.Descriptors.Concat(s_ofPages).All(descriptor => descriptor.Id != id);

    private static IReadOnlyList<LanguageError> ValidateSchema(string text)
    {
        var cancellation = TestContext.Current.CancellationToken;
        return SchemaValidator.Validate(SchemaReader.Read([new SourceText("schema", text)], cancellation), SchemaValidationMode.Strict, cancellation);
    }

    private static IReadOnlyList<LanguageError> Validate(string text, ValidationOptions options, bool isWithFragmentArguments = false)
    {
        var cancellation = TestContext.Current.CancellationToken;
        var schema = SchemaReader.Read(
            [new SourceText("schema.graphql", File.ReadAllText(Path.Combine(s_folder, "schema.graphql")))],
            [new SourceText("extension.graphql", "extend type Machine { isPinned: Boolean }")],
            cancellation);
        // Only the page of what cannot be compiled away speaks of projects that allow fragment arguments.
        var document = DocumentParser.Parse(new SourceText("example.graphql", text), isWithFragmentArguments, cancellation);
        return [.. document.Errors, .. schema.Errors, .. DocumentValidator.Validate(schema, [document], options, cancellation)];
    }

    private static List<ErrorDescriptor> Descriptors()
    {
        const BindingFlags statics = BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;
        var fields = typeof(ErrorDescriptor).Assembly.GetTypes()
            .Where(type => !type.ContainsGenericParameters).SelectMany(type => type.GetFields(statics));
        var found = fields
            .Where(field => field.FieldType == typeof(ErrorDescriptor)).Select(field => (ErrorDescriptor)field.GetValue(null)!).ToList();
        Assert.True(found.Count > 40, $"Only {found.Count} descriptors were found.");
        return found;
    }

    private static string PathOf(string id) => Path.Combine(s_folder, id + ".md");

    private static List<string> Examples(string id) => [.. MarkdownPage.Blocks(PathOf(id)).Select(block => block.Code)];
}
