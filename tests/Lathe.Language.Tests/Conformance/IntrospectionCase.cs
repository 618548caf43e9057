using System.Text.Json;
using Lathe.Language.Schemas;
using Lathe.Language.Text;
using Lathe.Language.TypeSystem;
using Lathe.TestSupport;

namespace Lathe.Language.Tests.Conformance;

/// <summary>What the recorded introspection results of both editions have in common.</summary>
internal static class IntrospectionCase
{
    /// <summary>Makes the schema of an introspection result or of SDL.</summary>
    public static Schema Create(string text) => SchemaReader.Read([new SourceText("schema", text)], TestContext.Current.CancellationToken);

    /// <summary>Makes the schema of a case's introspection result.</summary>
    public static Schema Create(JsonElement testCase) => Create(testCase.GetProperty("introspection").GetRawText());

    /// <summary>Judges each malformed result of a file that is not listed as different on purpose.</summary>
    /// <param name="file">The file's name.</param>
    /// <param name="judge">Tells what we find wrong with the schema that the result makes.</param>
    public static void RefuseAsTheReference(string file, Func<Schema, IReadOnlyList<string>> judge)
    {
        using var data = JsonDocument.Parse(File.ReadAllText(SharedFolder.Require("conformance/dev/" + file)));
        var differences = new List<string>();
        foreach (var testCase in data.RootElement.GetProperty("malformed").EnumerateArray())
        {
            var errors = judge(Create(testCase));
            var isAccepted = testCase.GetProperty("ok").GetBoolean();
            if ((errors.Count == 0) != isAccepted && !KnownDifferences.Contains(testCase.GetProperty("id").GetString()!))
                differences.Add($"{testCase.GetProperty("id")}: {(isAccepted ? errors[0] : testCase.GetProperty("error"))}");
        }

        Assert.True(differences.Count == 0, string.Join('\n', differences));
    }
}
