using Lathe.Language.Schemas;
using Lathe.Language.Syntax.Parsing;
using Lathe.Language.Text;
using Lathe.Language.TypeSystem;
using Lathe.Language.Validation;
using Lathe.TestSupport;

namespace Lathe.Language.Tests.Conformance;

/// <summary>Real operations against the schemas that they were written for: not one error.</summary>
public sealed class WorkloadValidationTests
{
    [Theory]
    [InlineData("flyctl")]
    [InlineData("github")]
    [InlineData("github-vscode-pr")]
    [InlineData("intuition-hasura")]
    [InlineData("linear")]
    [InlineData("shopify-storefront")]
    public void EveryOperationOfTheWorkloadIsValid(string workload) => AssertValid(SharedFolder.Require("workloads/" + workload));

    [Fact]
    public void EveryOperationOfTheSmallCasesIsValid()
    {
        var folders = Directory.GetDirectories(SharedFolder.Require("workloads/strawberryshake/cases"));

        Assert.True(folders.Length > 80, $"Only {folders.Length} cases were found.");
        Assert.All(folders, AssertValid);
    }

    private static void AssertValid(string folder)
    {
        var cancellation = TestContext.Current.CancellationToken;
        var schema = SchemaReader.Read([Read(Path.Combine(folder, "schema.graphql"))], cancellation);
        var documents = Directory.EnumerateFiles(Path.Combine(folder, "operations"), "*.graphql", SearchOption.AllDirectories)
            .Order(StringComparer.Ordinal)
            .Select(file => DocumentParser.Parse(Read(file), cancellation))
            .ToList();

        Assert.NotEmpty(documents);
        Assert.Empty(documents.SelectMany(document => document.Errors).Select(error => error.ToString()));
        Assert.Empty(DocumentValidator.Validate(schema, documents, cancellation).Select(error => error.ToString()));
    }

    private static SourceText Read(string file) => new(file, File.ReadAllText(file));
}
