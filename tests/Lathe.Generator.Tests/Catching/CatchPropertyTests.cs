using System.Globalization;
using System.Text;
using Lathe.Generator.Tests.Emission;

namespace Lathe.Generator.Tests.Catching;

/// <summary>
/// Random schemas, operations and answers with errors: no null that an error left is read as a value, and no value is lost. An oracle of its own
/// says what each answer is. LATHE_CATCH names how many answers there are.
/// </summary>
public sealed class CatchPropertyTests
{
    private const int FewAnswers = 1200;
    private const int MostSchemas = 40;
    private const int FewSchemas = 12;

    private static readonly int s_answers =
        int.TryParse(Environment.GetEnvironmentVariable("LATHE_CATCH"), NumberStyles.None, CultureInfo.InvariantCulture, out var answers)
            ? answers
            : FewAnswers;

    private static readonly int s_schemas = s_answers > FewAnswers ? MostSchemas : FewSchemas;

    [Fact]
    public void EachAnswerIsWhatTheOracleSays()
    {
        var models = Enumerable.Range(0, s_schemas).Select(static seed => new RandomCatch(seed)).ToList();
        var files = models.SelectMany(static (model, seed) =>
            TestClient.Generate(model.Schema, model.Document, TestClient.Config with { Namespace = NamespaceOf(seed) }).Files);
        var all = new TestClient { Operations = [], Files = [.. files] };
        all.AssertCompiles();
        var assembly = all.Load();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (var seed = 0; seed < models.Count; seed++)
        {
            var client = new ReadClient(assembly, NamespaceOf(seed));
            for (var i = 0; i < s_answers / s_schemas; i++)
                Check(client, models[seed], (seed * 1_000_003) + i, seen);
        }

        // The answers are not all of one kind.
        Assert.Superset(new HashSet<string> { "value", "error", "thrown", "unexplained" }, seen);
    }

    private static void Check(ReadClient client, RandomCatch model, int seed, HashSet<string> seen)
    {
        var answer = new RandomAnswer(model.Root, seed);
        var text = answer.Text();
        var expected = new CatchOracle(answer.Data, answer.Errors).Read(model.Root);
        var actual = client.Read("ProbeQuery", Encoding.UTF8.GetBytes(text));
        if (expected != actual)
            Assert.Fail($"{model.Schema}\n{model.Document}\n{text}\nexpected: {expected}\nactual:   {actual}");
        seen.Add(actual.Contains('!') ? "error" : actual.StartsWith("GraphQLU", StringComparison.Ordinal) ? "unexplained"
            : actual == "null" && answer.Data is not null ? "thrown" : "value");
    }

    private static string NamespaceOf(int seed) => $"Test.Catch{seed}";
}
