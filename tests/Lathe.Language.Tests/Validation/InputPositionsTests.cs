namespace Lathe.Language.Tests.Validation;

/// <summary>What a value stands for in arguments, lists, input objects and directives, by what rules say of it there.</summary>
public sealed class InputPositionsTests
{
    private const string Sdl = """
        type Query { a(n: Int! = 3, m: Int!, l: [Int!]! = [1], ll: [[Int!]!], w: W, e: E): Int b(n: Int): Int }
        input W { n: Int! = 1 m: Int! l: [Int!] = [1] w: W ws: [W!] e: E = X }
        enum E { X Y }
        directive @d(n: Int! = 2, m: Int!, w: W) on FIELD
        """;

    [Theory]
    [InlineData("a(n: ~)", true)]
    [InlineData("a(m: ~)", false)]
    [InlineData("a(l: [~])", false)]
    [InlineData("a(ll: [[1], [2, ~]])", false)]
    [InlineData("a(w: { n: ~ })", true)]
    [InlineData("a(w: { m: ~ })", false)]
    [InlineData("a(w: { l: [1], n: ~ })", true)]
    [InlineData("a(w: { n: 1, l: [~] })", false)]
    [InlineData("a(w: { w: { n: 1 }, m: ~ })", false)]
    [InlineData("a(w: { n: 1, w: { m: 1, n: ~ } })", true)]
    [InlineData("a(w: { n: 1, w: { n: 1, m: ~ } })", false)]
    [InlineData("a(w: { ws: [{ n: ~ }] })", true)]
    [InlineData("a(w: { ws: [{ n: 1 }, { m: ~ }] })", false)]
    [InlineData("a(w: { n: 1, unknown: ~ })", true)]
    [InlineData("a(unknown: ~)", true)]
    [InlineData("a(unknown: [~], n: 1)", true)]
    [InlineData("a @d(n: ~)", true)]
    [InlineData("a @d(m: ~)", false)]
    [InlineData("a @d(w: { n: 1, m: ~ })", false)]
    [InlineData("a @unknown(n: ~)", true)]
    public void AVariableThatMayBeNullFitsWhereThereIsADefault(string field, bool fits)
    {
        const string Start = "query ($v: Int) { ";
        var at = Start.Length + field.IndexOf('~') + 1;
        string[] expected = fits ? [] : [$"1:8 1:{at} Variable \"$v\" of type \"Int\" used in position expecting type \"Int!\"."];
        Assert.Equal(expected, Check.Rule("VariablesInAllowedPosition", Sdl, $"{Start}{field.Replace("~", "$v", StringComparison.Ordinal)} }}"));
    }

    [Theory]
    [InlineData("a(n: X)", "1:8 Int cannot represent non-integer value: X")]
    [InlineData("a(l: [1, X, 2, Y])", "1:12 Int cannot represent non-integer value: X", "1:18 Int cannot represent non-integer value: Y")]
    [InlineData(
        "a(w: { m: 1, l: [X], e: true })",
        "1:20 Int cannot represent non-integer value: X",
        "1:27 Enum \"E\" cannot represent non-enum value: true.")]
    [InlineData("a(unknown: [X, { y: Z }], n: X)", "1:32 Int cannot represent non-integer value: X")]
    [InlineData(
        "a(w: { m: 1, unknown: X, n: X })",
        "1:16 Field \"unknown\" is not defined by type \"W\".",
        "1:31 Int cannot represent non-integer value: X")]
    [InlineData("a @d(m: X)", "1:11 Int cannot represent non-integer value: X")]
    [InlineData("a @unknown(m: X) b(n: X)", "1:17 Int cannot represent non-integer value: X", "1:25 Int cannot represent non-integer value: X")]
    public void AValueIsCheckedByTheTypeOfItsPlace(string fields, params string[] expected) =>
        Assert.Equal(expected, Check.Rule("ValuesOfCorrectType", Sdl, $"{{ {fields} }}"));

    [Fact]
    public void AnArgumentIsThatOfTheDirectiveOrFieldAroundIt() => Assert.Equal(
        [
            "1:5 Unknown argument \"zz\" on field \"Query.a\".",
            "1:15 Unknown argument \"yy\" on directive \"@d\".",
            "1:24 Unknown argument \"xx\" on field \"Query.b\".",
        ],
        Check.Rule("KnownArgumentNames", Sdl, "{ a(zz: 1) @d(yy: 2) b(xx: 3) }"));
}
