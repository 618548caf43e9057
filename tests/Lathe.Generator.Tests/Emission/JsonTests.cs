namespace Lathe.Generator.Tests.Emission;

/// <summary>System.Text.Json writes enums and abstract records and reads them back; enums parse as .NET's own values do.</summary>
public class JsonTests
{
    private const string Schema = """
        type Query { node: Node kind: Kind! }
        interface Node { id: ID! kind: Kind }
        type Machine implements Node { id: ID! kind: Kind name: String! }
        type Person implements Node { id: ID! kind: Kind login: String! }
        enum Kind { LATHE MILL }
        """;

    private const string Document = "query Node { kind node { id kind ... on Machine { name } } } query Card { node { ...Card } } fragment Card on "
        + "Node { id ... on Machine { name } }";

    private const string Code = """
        #nullable enable
        using System;
        using System.Collections.Generic;
        using System.Text.Json;
        using Test.Api;
        public static class Probe
        {
            public static string Run()
            {
                var known = new NodeQuery.Data { Kind = Kind.Mill, Node = new NodeQuery.Machine { Id = "7", Kind = null, Name = "Spindle" } };
                var other = new NodeQuery.Data { Kind = new Kind("LASER"), Node = new NodeQuery.OtherNode { Id = "8", Kind = Kind.Lathe } };
                Card card = new CardFragment.Machine { Id = "9", Name = "Card" };
                foreach (var options in new[] { JsonSerializerOptions.Default, JsonSerializerOptions.Web })
                {
                    Same(known, options);
                    Same(other, options);
                    Same(card, options);
                    Same(default(Kind), options);
                }
                var byKind = new Dictionary<Kind, int> { [Kind.Mill] = 1, [new Kind("LASER")] = 2 };
                Require(JsonSerializer.Serialize(byKind) == "{\"MILL\":1,\"LASER\":2}", "keys");
                Require(JsonSerializer.Deserialize<Dictionary<Kind, int>>(JsonSerializer.Serialize(byKind))![new Kind("LASER")] == 2, "keys read");
                Require(Kind.TryParse("mill", null, out var mill) && mill == Kind.Mill && mill.Value == Kind.Known.Mill, "TryParse");
                Require(!Kind.TryParse("LASER", null, out _) && !Kind.TryParse(null, null, out _), "TryParse of others");
                Require(Parse<Kind>("LATHE") == Kind.Lathe && new Kind("LASER").Value == Kind.Known.Unknown && default(Kind).Value == Kind.Known.Unknown, "Parse");
                Require(string.Join(",", Kind.KnownValues) == "LATHE,MILL", "KnownValues");
                Require(Attribute.GetCustomAttribute(typeof(Kind), typeof(System.ComponentModel.TypeConverterAttribute)) is not null
                    && new Lathe.Json.EnumTypeConverter<Kind>().ConvertFromInvariantString("MILL") is Kind { Text: "MILL" }, "TypeConverter");
                return JsonSerializer.Serialize(known);
            }
            private static T Parse<T>(string text) where T : ISpanParsable<T> => T.Parse(text.AsSpan(), null);
            private static void Same<T>(T value, JsonSerializerOptions options)
            {
                var json = JsonSerializer.Serialize(value, options);
                Require(EqualityComparer<T>.Default.Equals(value, JsonSerializer.Deserialize<T>(json, options)), json);
            }
            private static void Require(bool condition, string what) { if (!condition) throw new InvalidOperationException(what); }
        }
        """;

    [Fact]
    public void EnumsAndAbstractRecordsComeBackAsTheyWere()
    {
        var assembly = TestClient.Generate(Schema, Document).Load(Code);
        var json = assembly.GetType("Probe")!.GetMethod("Run")!.Invoke(null, null);
        Assert.Equal("""{"Kind":"MILL","Node":{"__typename":"Machine","Name":"Spindle","Id":"7","Kind":null}}""", json);
    }

    private const string Stock = """
        type Query { tools(where: Filter, key: Access): [Tool!]! }
        type Tool { price: Money prices: [[Money]!] sizes: [BigInteger] size: BigInteger! image: Bytes images: [Bytes!] more: JSON name: String! apiKey: String accessTokens: [String!] }
        input Filter { name: String apiKey: String parts: [Filter!] kind: Kind file: Upload } scalar Upload
        input Access @oneOf { password: String id: ID }
        enum Kind { ON }
        scalar Money scalar BigInteger scalar Bytes scalar JSON
        """;

    private const string StockCode = """
        #nullable enable
        using System;
        using System.Numerics;
        using System.Text.Json;
        using Test.Api;
        public sealed record Money(decimal Amount) : Lathe.IScalarConverter<Money>
        {
            public static Money Read(ref Utf8JsonReader reader) => new(reader.GetDecimal());
            public static void Write(Utf8JsonWriter writer, Money value) => writer.WriteNumberValue(value.Amount);
        }
        public static class Probe
        {
            public static string[] Run()
            {
                var data = Data();
                var json = JsonSerializer.Serialize(data);
                Require(JsonSerializer.Deserialize<ToolsQuery.Data>(json)! == data && data == Data() && data.GetHashCode() == Data().GetHashCode(), "equal");
                Require(data != new ToolsQuery.Data { Tools = [data.Tools[0] with { Image = [1, 3] }] } && data != new ToolsQuery.Data { Tools = [data.Tools[0] with { More = null }] }, "different");
                foreach (var (text, fault) in new[] { ("{\"Size\":1.5,\"Name\":\"\"}", "integer"), ("{\"Size\":1,\"Name\":\"\",\"Sizes\":1}", "array"), ("{\"Name\":\"\"}", "Size") })
                    Require(Fault(() => JsonSerializer.Deserialize<ToolsQuery.Tool>(text)).Contains(fault), fault);
                var filter = new Filter { Name = null, ApiKey = "sk_1", Parts = new Filter { ApiKey = "sk_2", Kind = Kind.On } };
                Require(Fault(() => JsonSerializer.Deserialize<Filter>("{}")).Contains("readInputs"), "not read");
                Require(new Filter { Kind = new Kind("NEW") }.ToString() == "Filter that cannot be written", "unknown value");
                var around = new Filter();
                around.Parts = around;
                Require(around.ToString() == "Filter that cannot be written", "no end");
                Require(new Filter { Name = new string('x', 5000) }.ToString().Length == 2000, "cut");
                Require(new Filter { Name = null, Parts = new Filter { Kind = Kind.On } }.Equals(new Filter { Parts = [new() { Kind = Kind.On }], Name = null }), "equal inputs");
                Require(!new Filter { Name = null }.Equals(new Filter()) && !new Filter { Name = "a" }.Equals(new Filter { Name = "A" }) && !new Filter().Equals(null), "inputs that differ");
                Require(!new Filter().Equals(new ToolsQuery.Variables()) && Access.FromId("7").Equals(Access.FromId("7")) && !Access.FromId("7").Equals(Access.FromPassword("7")), "one of");
                Require(around.Equals(around) && !new Filter { Kind = new Kind("NEW") }.Equals(new Filter { Kind = new Kind("NEW") }), "inputs that cannot be sent");
                var file = Lathe.GraphQLFile.FromBytes(new byte[1], "a");
                Require(new Filter { File = file }.ToString() == "Filter { file: null }" && new Filter { File = file }.Equals(new Filter { File = file }), "a file");
                Require(!new Filter { File = file }.Equals(new Filter { File = Lathe.GraphQLFile.FromBytes(new byte[1], "a") }), "two files");
                Require(new Filter().GetHashCode() == new Filter { Name = "a" }.GetHashCode(), "the hash of an input stays");
                return [json, data.ToString(), JsonSerializer.Serialize(filter), filter.ToString(), Access.FromPassword("sk_3").ToString(), new ToolsQuery.Variables { Where = null }.ToString(),
                    new Lathe.GraphQLResult<ToolsQuery.Data>(null, [new Lathe.GraphQLError("No")]).ToString()];
            }
            private static ToolsQuery.Data Data() => new()
            {
                Tools = [new()
                {
                    Price = new(1.5m), Prices = [[new(2), null]], Sizes = [BigInteger.Pow(2, 70), null], Size = 7, Image = [1, 2], Images = [[3]],
                    More = JsonDocument.Parse("{\"a\":[1]}").RootElement, Name = "Spindle", ApiKey = "sk_4", AccessTokens = ["sk_5"],
                }],
            };
            private static string Fault(Func<object?> read) { try { return $"{read()}"; } catch (Exception fault) { return fault.Message; } }
            private static void Require(bool condition, string what) { if (!condition) throw new InvalidOperationException(what); }
        }
        """;

    [Fact]
    public void ScalarsComeBackAndSecretsAreNotShown()
    {
        const string Tool =
            "\"Price\":1.5,\"Prices\":[[2,null]],\"Sizes\":[1180591620717411303424,null],\"Size\":7,"
            + "\"Image\":\"AQI=\",\"Images\":[\"Aw==\"],\"More\":{\"a\":[1]},\"Name\":\"Spindle\"";
        var document = $"query Tools($where: Filter, $key: Access) {{ tools(where: $where, key: $key) {{ price prices sizes size image images more "
            + $"name apiKey accessTokens }} }}";
        var client = TestClient.Generate(Stock, document, TestClient.WithScalars(new Lathe.Language.Configuration.ScalarMapping("Money", "Money")));
        var shown = (string[])client.Load(StockCode).GetType("Probe")!.GetMethod("Run")!.Invoke(null, null)!;
        Assert.Equal(
            [
                $$"""{"Tools":[{{{Tool}},"ApiKey":"sk_4","AccessTokens":["sk_5"]}]}""",
                "Data { Tools = [Tool { Price = Money { Amount = 1.5 }, Prices = [[Money { Amount = 2 }, null]], Sizes = [1180591620717411303424, "
                    + "null], Size = 7, Image = System.Byte[], "
                    + "Images = [System.Byte[]], More = {\"a\":[1]}, Name = Spindle, ApiKey = (hidden), AccessTokens = (hidden) }] }",
                """{"name":null,"apiKey":"sk_1","parts":[{"apiKey":"sk_2","kind":"ON"}]}""",
                "Filter { name: null, apiKey: (hidden), parts: [{ apiKey: (hidden), kind: \"ON\" }] }",
                "Access { password: (hidden) }",
                "Variables { where: null }",
                "GraphQLResult { Data = null, Errors = [No] }",
            ],
            shown);
    }
}
