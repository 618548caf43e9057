using System.Text;
using Lathe.Language.Errors;
using Lathe.Language.Schemas;
using Lathe.Language.Text;
using Lathe.Language.TypeSystem;
using Lathe.Language.TypeSystem.Validation;

namespace Lathe.Language.Tests.TypeSystem.Validation;

/// <summary>Schemas made to be slow: their faults are bounded, and what is right is found right within seconds.</summary>
public sealed class HostileSchemaTests
{
    private static readonly TimeSpan s_patience = TimeSpan.FromMinutes(1);

    [Fact]
    public void InterfacesThatImplementAllEarlierOnesAreFoundRight() =>
        Assert.Empty(Validate(Repeat(1500, i => $"interface I{i}{Implements(Enumerable.Range(0, i))} {{ id: ID }}\n")));

    [Fact]
    public void TheOneThatIsMissingAmongManyIsFound()
    {
        var sdl = Repeat(200, i => $"interface I{i}{Implements(Enumerable.Range(0, i).Where(j => (i, j) != (199, 3)))} {{ id: ID }}\n");

        Assert.Equal(
            Enumerable.Range(4, 195).Select(i => $"Type I199 must implement I3 because it is implemented by I{i}.").Order(StringComparer.Ordinal),
            Validate(sdl).Select(error => error.Message).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void LargeAndSmallSetsAreComparedAlike()
    {
        var sdl = Repeat(200, i => $"interface I{i} {{ id: ID }}\n") + $"interface All{Implements(Enumerable.Range(0, 200))} {{ id: ID }}\n"
            + "type Few implements All & I7 { id: ID }\ninterface Some implements I7 & I8 { id: ID }\ntype More implements Some & I8 { id: ID }";
        var errors = Validate(sdl);

        Assert.Equal(199, errors.Count(error => error.Message.StartsWith("Type Few must implement", StringComparison.Ordinal)));
        Assert.Equal(
            "Type More must implement I7 because it is implemented by Some.",
            Assert.Single(errors, error => error.Message.Contains("More", StringComparison.Ordinal)).Message);
    }

    [Fact]
    public void MissingInterfacesAreReportedUpToABound() =>
        AssertBounded(Validate(Repeat(800, i => $"interface I{i}{Implements(Enumerable.Range(0, i).Where(j => j % 2 == 0))} {{ id: ID }}\n"
            + $"type T{i} implements I{i} {{ id: ID }}\n")), "GQL1087");

    [Fact]
    public void MissingFieldsOfInterfacesAreReportedUpToABound() =>
        AssertBounded(Validate(Repeat(300, i => $"interface I{i}{Implements(Enumerable.Range(0, i))} {{ f{i}: ID }}\n")), "GQL1088");

    [Fact]
    public void AnInterfaceNamedManyTimesIsShownUpToABound() =>
        AssertBounded(
            Validate($"interface I {{ id: ID }}\ntype T implements {string.Join(" & ", Enumerable.Repeat("I", 3000))} {{ id: ID }}"), "GQL1086");

    [Fact]
    public void AMemberNamedManyTimesIsShownUpToABound() =>
        AssertBounded(Validate($"type T {{ id: ID }}\nunion U = {string.Join(" | ", Enumerable.Repeat("T", 3000))}"), "GQL1089");

    [Fact]
    public void CyclesOfInputObjectsAreReportedUpToABound() =>
        AssertBounded(Validate(Repeat(300, i => $"input A{i} {{ {Repeat(300, j => $"f{j}: A{j}! ")}}}\n")), "GQL1091");

    [Fact]
    public void ALongCycleOfInputObjectsIsShownInPart()
    {
        var error = Assert.Single(Validate(Repeat(150, i => $"input A{i} {{ f{i}: A{(i + 1) % 150}! }}\n")));

        Assert.EndsWith("A98.f98, A99.f99....", error.Message, StringComparison.Ordinal);
        Assert.Equal(100, error.Locations.Count);
        error = Assert.Single(Validate(Repeat(100, i => $"input A{i} {{ f{i}: A{(i + 1) % 100}! }}\n")));
        Assert.EndsWith("A98.f98, A99.f99.", error.Message, StringComparison.Ordinal);
        Assert.Equal(100, error.Locations.Count);
    }

    [Fact]
    public void CyclesOfDefaultValuesAreReportedUpToABound() =>
        AssertBounded(Validate(Repeat(150, i => $"input A{i} {{ {Repeat(150, j => $"f{j}: A{j} = {{}} ")}}}\n")), "GQL1092");

    [Fact]
    public void LiteralsOfManyFieldsAreHeldAgainstThemByName() => Assert.Equal(
        ["GQL1092"],
        Validate(
            $"input A {{ {Repeat(100_000, i => $"f{i}: A ")}g: Int }}\ninput B {{ a: A = {{ {Repeat(100_000, i => $"f{i}: {{}} ")}}} loop: B = {{ }} "
                + $"}}")
            .Select(error => error.Descriptor.Id));

    [Fact]
    public void ManyArgumentsAreHeldAgainstThoseOfTheInterfaceByName() => Assert.Equal(
        ["Argument \"T.f(last:)\" must not be required type \"Int!\" if not provided by the Interface field \"I.f\"."],
        Validate(
            $"interface I {{ f({Repeat(100_000, i => $"a{i}: Int ")}): ID }}\ntype T implements I {{ "
                + $"f({Repeat(100_000, i => $"a{99_999 - i}: Int ")}last: Int!): ID }}")
            .Select(error => error.Message));

    private static void AssertBounded(IReadOnlyList<LanguageError> errors, string id)
    {
        var ofRule = errors.Where(error => error.Descriptor.Id == id).ToList();
        Assert.Equal(1000, ofRule.Count);
        Assert.All(ofRule, error => Assert.InRange(error.Locations.Count, 1, 100));
        Assert.All(ofRule, error => Assert.InRange(error.Message.Length, 1, 4000));
    }

    private static List<LanguageError> Validate(string sdl)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        stop.CancelAfter(s_patience);
        var schema = SchemaReader.Read([new SourceText("s.graphql", "type Query { a: Int }\n" + sdl)], stop.Token);
        return [.. SchemaValidator.Validate(schema, cancellationToken: stop.Token)];
    }

    private static string Implements(IEnumerable<int> interfaces)
    {
        var names = string.Join(" & ", interfaces.Select(i => $"I{i}"));
        return names.Length == 0 ? "" : " implements " + names;
    }

    private static string Repeat(int count, Func<int, string> text)
    {
        var builder = new StringBuilder();
        for (var i = 0; i < count; i++)
            builder.Append(text(i));
        return builder.ToString();
    }
}
