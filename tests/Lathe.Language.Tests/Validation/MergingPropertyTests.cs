using System.Text;
using Lathe.Language.Fragments;
using Lathe.Language.Schemas;
using Lathe.Language.Syntax.Parsing;
using Lathe.Language.Text;
using Lathe.Language.Validation;

namespace Lathe.Language.Tests.Validation;

/// <summary>The rule about fields of one response key, which is built for speed, agrees with the specification read word for word.</summary>
public sealed class MergingPropertyTests
{
    private const string Sdl = """
        type Query { i: I a: A b: B u: U }
        interface I { s: String n: Int i: I x(p: Int, q: [Int], o: In, t: String): Int }
        type A implements I { s: String n: Int i: I x(p: Int, q: [Int], o: In, t: String): Int t: Int! l: [Int] c: B m: [I] }
        type B implements I { s: String n: Int i: I x(p: Int, q: [Int], o: In, t: String): Int t: Int l: Int c: A m: [I!] }
        union U = A | B
        input In { a: Int b: [Int] }
        directive @stream on FIELD
        """;

    private static readonly string[] s_arguments =
    [
        "", "(p: 1)", "(p: 2)", "(p: $v)", "(p: $w)", "(p: null)", "(p: 1, q: [1])", "(q: [1], p: 1)", "(q: [1, 2])", "(q: [12])", "(q: [])",
        "(o: {a: 1, b: [2]})", "(o: {b: [2], a: 1})", "(o: {a: 1})", "(o: {})", "(t: \"1\")", "(t: \"\")", "(t: \"1,p:1\")", "(t: \"true\")",
        "(t: \"\"\"1\"\"\")", "(t: true)", "(t: false)", "(t: RED)", "(t: 1.5)", "(p: $v, t: \"1\")",
    ];

    [Theory]
    [InlineData(1, 4, 0)]
    [InlineData(2, 3, 3)]
    [InlineData(3, 5, 2)]
    [InlineData(4, 12, 19)]
    public void RandomDocumentsAreJudgedAsByTheSpecification(int seed, int breadth, int fragments)
    {
        var cancellation = TestContext.Current.CancellationToken;
        var schema = SchemaReader.Read([new SourceText("schema.graphql", Sdl)], cancellation);
        var random = new Random(seed);
        var options = new ValidationOptions { OnlyRules = ["OverlappingFieldsCanBeMerged"] };
        var (good, bad) = (0, 0);
        for (var i = 0; i < 300; i++)
        {
            var text = new Writer(random, breadth, fragments).Document();
            var document = DocumentParser.Parse(new SourceText("a.graphql", text), cancellation);
            Assert.Empty(document.Errors);
            var expected = new NaiveMerging(schema, new DocumentIndex([document], cancellation)).CanMerge();
            var errors = DocumentValidator.Validate(schema, [document], options, cancellation);
            Assert.True(expected == (errors.Count == 0), $"The specification says {expected}: {text}\n{string.Join('\n', errors)}");
            _ = expected ? good++ : bad++;
        }

        Assert.InRange(good, 30, 270);
        Assert.InRange(bad, 30, 270);
    }

    private sealed class Writer(Random random, int breadth, int fragments)
    {
        private readonly StringBuilder _text = new();

        // The specification's reading doubles the work with each level of many fields.
        private readonly bool _isFlat = breadth > 10;

        // Most documents would conflict if fields of one key were chosen at random.
        private readonly int _daring = random.Next(0, breadth > 10 ? 4 : 12);

        public string Document()
        {
            _text.Append("query Q($v: Int, $w: Int)");
            Set("Query", 0, _isFlat ? 1 : 3);
            for (var i = 0; i < fragments; i++)
            {
                var type = Pick("I", "A", "B", "U");
                _text.Append($" fragment F{i} on {type}");
                Set(type, _isFlat ? fragments : i + 1, _isFlat ? 0 : 2);
            }

            return _text.ToString();
        }

        private void Set(string type, int firstFragment, int depth)
        {
            _text.Append(" {");
            var count = type == "Query" ? random.Next(1, 4) : random.Next(1, breadth + 1);
            for (var i = 0; i < count; i++)
                Selection(type, firstFragment, depth);
            _text.Append(" }");
        }

        private void Selection(string type, int firstFragment, int depth)
        {
            var kind = random.Next(0, 10);
            if (kind < 2 && depth > 0)
            {
                var condition = Pick("", type, "A", "B", "I", "U");
                condition = type == "Query" ? "" : condition;
                _text.Append(condition.Length == 0 ? " ..." : $" ... on {condition}");
                Set(condition.Length == 0 ? type : condition, firstFragment, depth - 1);
            }
            else if (kind < 4 && firstFragment < fragments && type != "Query")
                _text.Append($" ...F{random.Next(firstFragment, fragments)}");
            else
                Field(type, firstFragment, depth);
        }

        private void Field(string type, int firstFragment, int depth)
        {
            var name = type switch
            {
                "Query" => Pick("i", "a", "b", "u"),
                "U" => "__typename",
                "I" => Pick("s", "n", "x", "i"),
                _ => Pick("s", "n", "x", "t", "l", "i", "c", "m"),
            };
            name = depth == 0 && type != "Query" && name is "i" or "c" or "m" ? "s" : name;
            _text.Append(random.Next(0, 100) < _daring ? $" {Pick("k", "s", "i")}: {name}" : $" {name}");
            if (name == "x")
                _text.Append(random.Next(0, 12) < _daring ? s_arguments[random.Next(s_arguments.Length)] : "(p: 1)");
            if (name == "m" && random.Next(0, 300) < _daring)
                _text.Append(" @stream");
            var below = name switch { "i" or "m" => "I", "a" => "A", "b" => "B", "u" => "U", "c" => type == "A" ? "B" : "A", _ => null };
            if (below is not null)
                Set(below, firstFragment, Math.Max(depth - 1, 0));
        }

        private string Pick(params string[] names) => names[random.Next(names.Length)];
    }
}
