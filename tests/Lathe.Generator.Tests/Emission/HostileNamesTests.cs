using Lathe.Language.Configuration;

namespace Lathe.Generator.Tests.Emission;

/// <summary>Whatever a schema calls its parts, the code compiles without a warning, and no text of it becomes code.</summary>
public class HostileNamesTests
{
    private const string Schema = """"
        schema { query: Query mutation: Mutation subscription: Subscription }
        type Query {
          "Ends a comment early: */ </summary> & <see cref=\"X\"/> \u2028 class Injected {} \u0085 class Injected2 {} \u2029 class Injected3 {}"
          class: class! @deprecated(reason: "\"); class Injected4 { } //\n \\")
          string(int: [Int!], object: System, namespace: Task!, _: Boolean, __a: Int, cancellationToken: String, options: Int, variables: Int): System
          machine: Machine
          node: Node
          _: Underscores
          any: Any2
        }
        type Mutation { do(input: OneOf!): Int }
        type Subscription { on: Machine }
        "First line\r\nsecond line\u0085third"
        type class { class: class clone: Int Clone: Int equalityContract: Int toString: String getHashCode: Int equals: Int getType: String
          foo_bar: Int fooBar: Int FooBar: Int foo__bar: Int _foo_bar: Int value: Int data: Int operation: Int json: Int name: Int seen: Int
          printMembers: Int memberwiseClone: Int finalize: Int referenceEquals: Int }
        type Machine implements Node { id: ID! machine: Machine Machine: [[Machine!]]! data: Data json: Json other: OtherNode task: Task2 system: String class: Int }
        type Data implements Node { id: ID! data: Data }
        type Json implements Node { id: ID! json: Json }
        type OtherNode implements Node { id: ID! otherNode: OtherNode }
        type Task2 { task: Int await: Int async: Int record: Int var: Int dynamic: Int field: Int nameof: Int }
        interface Node { id: ID! }
        type Underscores { _: Int __a: Int ___: Int _1: Int _2_3: Int _23: Int }
        union Any2 = class | Machine | Data
        input System { System: String system: Task _set: Int _set1: Int set: Int SET: Int equals: Int writeTo: Int clone: Int getType: Int }
        enum Task { Task TASK task _ __x true_ Unknown Known Text Value Equals ToString class _1 A_B AB a_b @deprecated(reason: "old")
          CLONE PRINT_MEMBERS EqualityContract GET_HASH_CODE GetType MemberwiseClone ReferenceEquals FINALIZE Read WriteTo Deconstruct }
        enum task { a }
        input OneOf @oneOf { oneOf: Int OneOf: String from: System fromOneOf: Int, a_b: [Int!], aB: Task }
        """";

    private const string Documents = """
        query Test_Client($int: [Int!], $object: System, $namespace: Task!, $_: Boolean, $a: Int, $cancellationToken: String, $options: Int, $variables: Int) {
          string(int: $int, object: $object, namespace: $namespace, _: $_, __a: $a, cancellationToken: $cancellationToken, options: $options, variables: $variables)
        }
        query TestClient { class { class { clone Clone equalityContract toString getHashCode equals getType foo_bar fooBar FooBar foo__bar _foo_bar
          value data operation json name seen printMembers memberwiseClone finalize referenceEquals class { value: clone Value: Clone } } } }
        query testClient { machine { id machine { id Machine { machine { id } } } Machine { id data { id data { id } } } data { data { id } } json { json { id } } other { otherNode { id } id } } }
        query System { node { __typename ... on Machine { id class ...Machine } ... on Data { id data { id } } ... on OtherNode { otherNode { id } } } }
        query Task { node { ...Node ... on Json { json { json { id } } } } }
        query string { _ { _ ___: _ _1 _2_3 _23 a: __a } }
        query Data { any { ... on class { value } ...Machine ... on Node { id } } machine { ...Machine id } }
        query Json { machine { ...Machine } any { __typename } }
        mutation ITestClient($input: OneOf!) { do(input: $input) }
        subscription TestClientRegistration { on { task { task await async record var dynamic field nameof } } }
        query AQueryWithANameSoLongThatAFileOfThisNameCouldNotBeWrittenOnSomeDisksBecauseTheirPathsAreBoundedToTwoHundredSixtyCharacters { machine { id } }
        query AQueryWithANameSoLongThatAFileOfThisNameCouldNotBeWrittenOnSomeDisksBecauseTheirPathsAreBoundedToTwoHundredSixtyCharacterS { machine { id } }
        fragment Machine on Machine { machine { id ...MachineFragment } system }
        fragment MachineFragment on Machine { class data { id } machine { task { task } } }
        fragment Node on Node { id ... on Machine { machine { machine { id } } } ... on Data { data { id } } }
        """;

    private static string CleanSchema =>
        Schema.Replace(
            "string(int: [Int!], object: System, namespace: Task!, _: Boolean, __a: Int, cancellationToken: String, options: Int, variables: Int): "
                + "System",
            "string(int: [Int!], object: System, namespace: Task!, _: Boolean, __a: Int, cancellationToken: String, options: Int, variables: Int): "
                + "String",
            StringComparison.Ordinal);

    [Fact]
    public void EveryNameCompiles() => TestClient.Generate(CleanSchema, Documents).AssertCompiles();

    // Each name is one that a generated type has as a member, or that records forbid; all are likely in a schema.
    [Fact]
    public void NamesOfMembersCompile()
    {
        string[] names =
            ["Clone", "PrintMembers", "EqualityContract", "Equals", "GetHashCode", "GetType", "ToString", "MemberwiseClone", "ReferenceEquals",
            "Finalize", "Text", "Value", "Known", "Unknown", "Data", "Variables", "Operation", "Json", "RequiredScopes", "Deconstruct", "Parse",
            "WriteMembers"];
        var values = string.Join(' ', names) + " " + string.Join(' ', names.Select(static name => name.ToUpperInvariant()));
        var types = names.Select(name =>
            $"enum {name} {{ {values} }} input {name}Input {{ {string.Join(' ', names.Select(static one => one + ": Int"))} }} type {name}_ {{ "
                + $"{name}: {name}_ value: {name} }}");
        var fields = names.Select(static name => $"{name}(a: {name}, b: {name}Input): {name}_");
        var operations = names.Select(static name => $$"""
            query {{name}}($a: {{name}}, ${{name}}: {{name}}Input) { {{name}}(a: $a, b: ${{name}}) { {{name}} { {{name}} { value } ...Of{{name}} } value } }
            query Of{{name}} { {{name}} { ...{{name}} } }
            fragment {{name}} on {{name}}_ { {{name}} { {{name}} { value } } }
            fragment Of{{name}} on {{name}}_ { value {{name}} { value } }
            """);
        TestClient.Generate($"type Query {{ {string.Join(' ', fields)} }} {string.Join('\n', types)}", string.Join('\n', operations))
            .AssertCompiles();
    }

    [Theory]
    [InlineData("toString")]
    [InlineData("Equals")]
    [InlineData("get_hash_code")]
    [InlineData("GetType")]
    [InlineData("MemberwiseClone")]
    [InlineData("ReferenceEquals")]
    [InlineData("Finalize")]
    [InlineData("Clone")]
    [InlineData("EqualityContract")]
    [InlineData("PrintMembers")]
    [InlineData("Deconstruct")]
    [InlineData("op_Equality")]
    [InlineData("Known")]
    [InlineData("TEXT")]
    [InlineData("Value")]
    [InlineData("Unknown")]
    [InlineData("s_names")]
    [InlineData("Json")]
    [InlineData("Data")]
    [InlineData("Variables")]
    [InlineData("Operation")]
    [InlineData("WriteMembers")]
    public void ATypeNamedLikeAMemberOfEveryTypeCompiles(string name)
    {
        var schema = $$"""
            type Query { a: {{name}} b: [Both] c(input: {{name}}In, kind: {{name}}Kind): Int d: Other }
            type {{name}} { id: ID a: {{name}} } type Other { {{name}}: {{name}} } union Both = {{name}} | Other
            """;
        const string Inputs = "input NAMEIn { a: Int } enum NAMEKind { A }";
        var documents = $$"""
            query {{name}} { a { id a { id } } d { {{name}} { id } } }
            query B($input: {{name}}In, $kind: {{name}}Kind) { b { ... on {{name}} { id } } c(input: $input, kind: $kind) a { ...{{name}} } }
            fragment {{name}} on {{name}} { id a { id a { id } } }
            """;

        TestClient.Generate(schema + "\n" + Inputs.Replace("NAME", name, StringComparison.Ordinal), documents).AssertCompiles();
        TestClient.Generate(
            $"type Query {{ c(input: In, kind: {name}): Int }} input In {{ {name}: Int }} enum {name} {{ {name} }}",
            $"query Q($input: In, $kind: {name}) {{ c(input: $input, kind: $kind) }}")
            .AssertCompiles();
        TestClient.Generate(
            $"type Query {{ c(input: {name}): {name}Enum }} enum {name}Enum {{ A }} input {name} {{ a: {name} {name}: {name}Enum }}",
            $"query Q(${name}: {name}) {{ {name}: c(input: ${name}) }}")
            .AssertCompiles();
    }

    [Theory]
    [InlineData("Test.System.Api")]
    [InlineData("System")]
    [InlineData("class.@new.Lathe")]
    [InlineData("Lathe")]
    [InlineData("")]
    public void EveryNamespaceCompiles(string name) =>
        TestClient.Generate(CleanSchema, Documents, TestClient.Config with { Namespace = name.Replace("@", "", StringComparison.Ordinal) })
            .AssertCompiles();

    // An operation with @defer has a second method: the name of another operation may be its name.
    [Theory]
    [InlineData("A", "AInParts")]
    [InlineData("a", "AInParts")]
    [InlineData("a", "A")]
    public void ASecondMethodOfAnOperationHasANameOfItsOwn(string deferred, string other)
    {
        const string Types =
            "type Query { a: T } type T { id: ID b: Int } directive @defer(if: Boolean! = true, label: String) on FRAGMENT_SPREAD | INLINE_FRAGMENT";

        TestClient.Generate(Types, $"query {deferred} {{ a {{ id ... @defer {{ b }} }} }} query {other} {{ a {{ id ... @defer {{ b }} }} }}")
            .AssertCompiles();
    }

    // Each has a class within the client and a file of its own.
    [Fact]
    public void ScalarsWithConvertersThatDifferByCaseCompile()
    {
        string[] scalars = ["money", "Money", "MONEY", "ID"];
        var config = TestClient.WithScalars([.. scalars.Select(static one => new ScalarMapping(one, "Text"))]) with { Client = "MoneyJson" };
        var fields = string.Join(' ', scalars.Select(static one => $"of{one}: [[{one}]] Of{one}: {one}!"));
        var selection = string.Join(' ', scalars.Select(static one => $"of{one} Of{one}"));
        TestClient.Generate($"type Query {{ {fields} }} scalar money scalar Money scalar MONEY", $"query All {{ {selection} }}", config)
            .AssertCompiles("""
                #pragma warning disable 1591
                public readonly record struct Text : Lathe.IScalarConverter<Text>
                {
                    public static Text Read(ref System.Text.Json.Utf8JsonReader reader) => default;
                    public static void Write(System.Text.Json.Utf8JsonWriter writer, Text value) { }
                }
                """);
    }

    [Fact]
    public void TwoClientsWithTheSameOperationsShareAProject()
    {
        var first = TestClient.Generate(CleanSchema, Documents);
        var second = TestClient.Generate(CleanSchema, Documents, TestClient.Config with { Namespace = "Test.Other" });
        first.AssertCompiles([.. second.Files.Select(static file => file.Text)]);
        Assert.Empty(first.Files.Select(static file => file.HintName).Intersect(second.Files.Select(static file => file.HintName)));
    }

    [Fact]
    public void FileNamesAreShortAndDifferAlsoWithoutCase()
    {
        var client = TestClient.Generate(CleanSchema, Documents);
        Assert.All(client.Files, static file => Assert.InRange(file.HintName.Length, 1, 90));
        Assert.Equal(client.Files.Count, client.Files.Select(static file => file.HintName).Distinct(StringComparer.OrdinalIgnoreCase).Count());
    }

    [Fact]
    public void NoTextOfASchemaBecomesCode() =>
        Assert.DoesNotContain(
            TestClient.Generate(CleanSchema, Documents)
                .Compile()
                .GetSymbolsWithName(
                    static name => name.StartsWith("Injected", StringComparison.Ordinal), cancellationToken: TestContext.Current.CancellationToken),
            static _ => true);
}
