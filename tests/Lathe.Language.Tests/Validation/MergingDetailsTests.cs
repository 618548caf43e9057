namespace Lathe.Language.Tests.Validation;

/// <summary>Which fields of one response key conflict, where, and how a conflict is told.</summary>
public sealed class MergingDetailsTests
{
    private const string Sdl = """
        type Query { i: I a: A u: U x(v: Int): Int me: Query s: String t: String }
        interface I { x(p: Int): Int m(p: Int): [Int] }
        type A implements I { x(p: Int): Int m(p: Int): [Int] a: A s: String t: String n: Int! l: [Int] b: B }
        type B implements I { x(p: Int): Int m(p: Int): [Int] s: Int c1: Int c2: Int c3: Int c4: Int n: Int l: Int b: A }
        type C implements I { x(p: Int): Int m(p: Int): [Int] }
        union U = A | B | C
        directive @stream on FIELD
        """;

    private const string Advice = "Use different aliases on the fields to fetch both if this was intentional.";

    private static List<string> Errors(string document) => Check.Rule("OverlappingFieldsCanBeMerged", Sdl, document);

    private static string Conflict(string places, string key, string reason) =>
        $"{places} Fields \"{key}\" conflict because {reason}. {Advice}";

    [Theory]
    [InlineData("[[1, 2]]", "[1, [2]]", true)]
    [InlineData("[1, 2]", "[12]", true)]
    [InlineData("[1]", "[2]", true)]
    [InlineData("[1]", "1", true)]
    [InlineData("[[1], 2]", "[[1], 2]", false)]
    [InlineData("[]", "[[]]", true)]
    [InlineData("{ a: 1 }", "{ b: 1 }", true)]
    [InlineData("{ a: 1 }", "{ a: 2 }", true)]
    [InlineData("{}", "{ a: 1 }", true)]
    [InlineData("{ a: X, yb: 1 }", "{ a: Xy, b: 1 }", true)]
    [InlineData("{ a: { b: 1, c: 2 } }", "{ a: { b: 1 }, c: 2 }", true)]
    [InlineData("{ b: 1, a: [2] }", "{ a: [2] b: 1 }", false)]
    [InlineData("true", "false", true)]
    [InlineData("true", "TRUE", true)]
    [InlineData("null", "\"null\"", true)]
    [InlineData("null", "null", false)]
    [InlineData("\"a\"", "\"\"\"a\"\"\"", true)]
    [InlineData("\"\"\"a\"\"\"", "\"\"\"a\"\"\"", false)]
    [InlineData("$v", "v", true)]
    public void ValuesAreComparedByWhatTheySay(string first, string second, bool isConflict) => Assert.Equal(
        isConflict ? [Conflict($"1:3 1:{10 + first.Length}", "x", "they have differing arguments")] : [],
        Errors($"{{ x(v: {first}) x(v: {second}) }}"));

    [Theory]
    [InlineData("{ i { x(p: 1) x(p: 2) } }", "1:7 1:15")]
    [InlineData("{ a { x(p: 1) x(p: 2) } }", "1:7 1:15")]
    [InlineData("{ u { ... on A { x(p: 1) } ... on B { x(p: 1) } ... on C { x(p: 1) } ... on B { x(p: 2) } } }", "1:39 1:81")]
    [InlineData("{ u { ... on A { x } ... on B { x(p: 1) } ... on B { x(p: 2) } } }", "1:33 1:54")]
    [InlineData("{ u { ... on A { x } ... on B { x(p: 1) } ... on C { x(p: 2) } } }")]
    [InlineData("{ i { ... on A { x(p: 1) } x(p: 2) } }", "1:18 1:28")]
    [InlineData("{ i { ... on A { x(p: 1) } ... on B { x(p: 1) } x(p: 2) } }", "1:18 1:49", "1:39 1:49")]
    [InlineData("{ i { x(p: 2) ... on A { x(p: 1) } ... on B { x(p: 1) } } }", "1:7 1:26", "1:7 1:47")]
    [InlineData("{ i { m(p: 1) m(p: 2) @stream } }", "1:7 1:15")]
    [InlineData("{ i { m(p: 1) ... on A { m(p: 2) @stream } } }", "1:7 1:26")]
    [InlineData("{ u { ... on A { m } ... on B { m(p: 1) } ... on B { m(p: 2) @stream } } }", "1:18 1:54", "1:33 1:54")]
    [InlineData(
        "{ u { ... on A { x(p: 1) } ... on B { x(p: 1) } ...F } } fragment F on U { ... on B { x(p: 2) c1 c2 c3 c4 } }", "1:39 1:87")]
    [InlineData(
        "{ u { ... on C { x(p: 1) } ... on A { x(p: 1) } ... on B { x(p: 1) } ...F } } fragment F on U { ... on B { x(p: 2) c1 c2 c3 c4 } }",
        "1:60 1:108")]
    [InlineData("{ u { ...F ... on B { x(p: 1) c1 c2 c3 c4 } } } fragment F on U { ... on A { x(p: 2) } ... on B { x(p: 2) } }", "1:23 1:99")]
    public void FieldsThatCanMeetAreCompared(string document, params string[] places) =>
        Assert.Equal(places, Errors(document).Select(error => error[..error.IndexOf(" Fields", StringComparison.Ordinal)]));

    [Theory]
    [InlineData("{ i { m @stream m @stream } }", "1:7 1:17", "m", "they have overlapping stream directives")]
    [InlineData("{ u { ... on A { n } ... on B { n } } }", "1:18 1:33", "n", "they return conflicting types \"Int!\" and \"Int\"")]
    [InlineData("{ u { ... on A { l } ... on B { l } } }", "1:18 1:33", "l", "they return conflicting types \"[Int]\" and \"Int\"")]
    [InlineData("{ u { ... on A { s } ... on B { s } } }", "1:18 1:33", "s", "they return conflicting types \"String\" and \"Int\"")]
    [InlineData("{ u { ... on A { k: b { c1 } } ... on B { k: c1 } } }", "1:18 1:43", "k", "they return conflicting types \"B\" and \"Int\"")]
    [InlineData(
        "{ me { k k { a: x } k { a: y } } }", "1:10 1:14 1:21 1:25", "k", "subfields \"a\" conflict because \"x\" and \"y\" are different fields")]
    public void AConflictIsToldAtItsFields(string document, string places, string key, string reason) =>
        Assert.Equal([Conflict(places, key, reason)], Errors(document));

    [Fact]
    public void AFieldOfAFragmentMeetsOneBeforeAndAfterIt()
    {
        const string Fragment = " } fragment F on Query { k: t }";
        Assert.Equal(
            [Conflict("1:3 1:8 1:15 1:51", "me", "subfields \"k\" conflict because \"s\" and \"t\" are different fields")],
            Errors("{ me { k: s } me { ...F }" + Fragment));
        Assert.Equal(
            [Conflict("1:3 1:20 1:15 1:51", "me", "subfields \"k\" conflict because \"s\" and \"t\" are different fields")],
            Errors("{ me { ...F } me { k: s }" + Fragment));
    }

    [Theory]
    [InlineData(999, false)]
    [InlineData(1000, false)]
    [InlineData(1001, true)]
    public void ALongReasonIsCut(int length, bool isCut)
    {
        var key = new string('k', length - "subfields \"\" conflict because \"s\" and \"t\" are different fields".Length);
        var reason = $"subfields \"{key}\" conflict because \"s\" and \"t\" are different fields";
        var expected = isCut ? reason[..1000] + "..." : reason;
        Assert.Equal([Conflict($"1:3 1:8 1:{length - 48} 1:{length - 43}", "me", expected)], Errors($"{{ me {{ {key}: s }} me {{ {key}: t }} }}"));
    }

    [Fact]
    public void AReasonAfterALongOneIsCut()
    {
        var key = new string('k', 1000 - "subfields \"\" conflict because \"s\" and \"t\" are different fields".Length);
        var error = Assert.Single(Errors($"{{ me {{ {key}: s z: s }} me {{ {key}: t z: t }} }}"));
        Assert.EndsWith($"\"t\" are different fields.... {Advice}", error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(199, 199)]
    [InlineData(200, 200)]
    [InlineData(201, 200)]
    public void ConflictsAreToldUpToALimit(int conflicts, int told) =>
        Assert.Equal(told, Errors($"{{ {string.Join(' ', Enumerable.Range(0, conflicts).Select(i => $"k{i}: s k{i}: t"))} }}").Count);

    [Theory]
    [InlineData(2, 1, 0)]
    [InlineData(18, 3, 1)]
    [InlineData(18, 17, 1)]
    [InlineData(18, 17, 16)]
    [InlineData(520, 519, 518)]
    public void FieldsOfManySpreadsMeet(int count, int first, int second)
    {
        var fragments = Enumerable.Range(0, count).Select(i => $"fragment F{i} on Query {{ {(i == first ? "k: t" : i == second ? "k: s" : "s")} }}");
        var document = $"{{ {string.Join(' ', Enumerable.Range(0, count).Select(i => $"...F{i}"))} }}\n{string.Join('\n', fragments)}";
        var at = " on Query { ".Length + "fragment F".Length + 1;
        Assert.Equal(
            [Conflict(
                $"{second + 2}:{at + $"{second}".Length} {first + 2}:{at + $"{first}".Length}", "k", "\"s\" and \"t\" are different fields")],
            Errors(document));
    }

    [Fact]
    public void ManyFieldsThatMergeDoNotHideAConflictAfterThem()
    {
        var many = string.Join(' ', Enumerable.Range(0, 600).Select(i => $"k{i}: s k{i}: s"));
        Assert.Equal(
            [Conflict($"1:{many.Length + 4} 1:{many.Length + 9}", "z", "\"s\" and \"t\" are different fields")], Errors($"{{ {many} z: s z: t }}"));
    }
}
