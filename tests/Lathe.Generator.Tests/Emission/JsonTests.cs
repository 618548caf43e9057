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
}
