using System.Text;
using Lathe.Generator.Emission;
using Lathe.Generator.Model;
using Lathe.Language.Configuration;
using Lathe.TestSupport;

namespace Lathe.Generator.Tests.Emission;

public class ReaderEmitterTests
{
    private static readonly ObjectModel s_owner = Record("Owner", Field("login", Scalar(ScalarKind.String, "string")));

    [Fact]
    public void ObjectReader()
    {
        var record = Record(
            "Machine",
            Field("id", Scalar(ScalarKind.Id, "string")),
            Field("speed", Scalar(ScalarKind.Double, "double", nullable: true)),
            Field("owner", new ResultTypeModel("Owner", null, true)),
            Field("tags", new ListTypeModel(Scalar(ScalarKind.String, "string"), false)),
            Field("rows", new ListTypeModel(new ListTypeModel(Scalar(ScalarKind.Int, "int", nullable: true), false), true)),
            Field("owners", new ListTypeModel(new ResultTypeModel("Owner", null, false), false)),
            Field("mode", new EnumTypeModel("Mode", true)));
        Golden.Match(Emit([record, s_owner]), "ReaderEmitter", "Object");
        var read = Compile([record, s_owner], record);

        var value = read("""{"id":"a","speed":1.5,"owner":{"login":"x"},"tags":["t"],"rows":[[1,null]],"owners":[{"login":"y"}],"mode":"ON"}""");
        Assert.Equal("a|1.5|x|t|1,|y|ON", value);
        Assert.Equal("7||||||later", read("""{ "mode": "later", "owners": [], "tags": [], "rows": null, "owner": null, "speed": null, "id": 7, "more": {} }"""));
        var exception = Assert.Throws<GraphQLReadException>(() => read("""{"id":"a"}"""));
        Assert.Equal("tags", exception.Path);
    }

    [Fact]
    public void AbstractReaderFindsTheTypeNameAnywhere()
    {
        var type = new AbstractModel
        {
            Name = "Node",
            ClrName = "Node",
            GraphQLType = "Node",
            Fields = default,
            Cases = EquatableArray.ToEquatableArray([Case("NodeIssue", ["Issue", "Task"], "title"), Case("NodeUser", ["User"], "login")]),
            Other = Case("NodeOther", []),
        };
        Golden.Match(Emit([type]), "ReaderEmitter", "Abstract");
        var read = Compile([type], type);
        Assert.Equal("NodeIssue t", read("""{"__typename":"Issue","title":"t"}"""));
        Assert.Equal("NodeIssue t", read("""{"title":"t","__typename":"Task"}"""));
        Assert.Equal("NodeUser u", read("""{ "login" : "u", "x": [1], "__typen\u0061me" : "Us\u0065r" }"""));
        Assert.Equal("NodeOther ", read("""{"__typename":"Unheard"}"""));
        Assert.Equal("__typename", Assert.Throws<GraphQLReadException>(() => read("{}")).Path);
    }

    [Fact]
    public void MoreThan64MembersAreTracked()
    {
        var fields = Enumerable.Range(0, 130).Select(index => Field($"f{index}", Scalar(ScalarKind.Int, "int"))).ToArray();
        var record = Record("Wide", fields);
        var read = Compile([record], record);
        var members = Enumerable.Range(0, 130).Select(index => $"\"f{index}\":{index}").ToArray();
        Assert.Equal(string.Join('|', Enumerable.Range(0, 130)), read($"{{{string.Join(',', members)}}}"));
        Assert.Equal(string.Join('|', Enumerable.Range(0, 130)), read($"{{{string.Join(" , ", members.Reverse())}}}"));
        foreach (var missing in new[] { 0, 63, 64, 127, 129 })
        {
            var text = string.Join(',', members.Where((_, index) => index != missing));
            Assert.Equal($"f{missing}", Assert.Throws<GraphQLReadException>(() => read($"{{{text}}}")).Path);
        }
    }

    private static ObjectModel Record(string name, params FieldModel[] fields) =>
        new() { Name = name, ClrName = name, GraphQLType = name, Fields = fields.ToEquatableArray() };

    private static ObjectModel Case(string name, string[] types, params string[] keys) =>
        Record(name, [TypeName(), .. keys.Select(static key => Field(key, Scalar(ScalarKind.String, "string")))])
            with { BaseClrName = "Node", TypeNames = types.ToEquatableArray() };

    private static FieldModel TypeName() =>
        Field("__typename", Scalar(ScalarKind.String, "string")) with { IsHidden = true, PropertyName = "" };

    private static FieldModel Field(string key, TypeModel type) =>
        new() { ResponseKey = key, PropertyName = char.ToUpperInvariant(key[0]) + key[1..], Type = type };

    private static ScalarTypeModel Scalar(ScalarKind kind, string clrType, bool nullable = false) =>
        new(new ScalarModel { Name = kind.ToString(), Kind = kind, ClrType = clrType }, nullable);

    private static string Emit(IReadOnlyList<ResultModel> results)
    {
        var writer = new CodeWriter(new StringBuilder());
        var client = new ClientModel
        {
            ClassName = "", InterfaceName = "", RegistrationName = "", Namespace = "", IsPublic = true, FileName = "", RegistrationFileName = "",
        };
        foreach (var result in results)
        {
            ResultEmitter.Emit(writer, client, result, "public", documented: false);
            ResultEmitter.EmitCases(writer, client, result, documented: false);
            writer.Line();
        }

        ReaderEmitter.Emit(writer, results);
        return writer.ToString();
    }

    // Compiles the readers with records that print themselves, and returns what reads and prints an answer.
    private static Func<string, string> Compile(IReadOnlyList<ResultModel> results, ResultModel root)
    {
        var source = $$"""
            #pragma warning disable CS8618 // as every generated file does
            using System.Linq;
            public readonly struct Mode(string text) : {{EnumJsonEmitter.Interface(s_mode)}}
            {
                public override string ToString() => text;
            {{EmitMode()}}
            }
            interface IShown { string Show(); }
            static partial class Container
            {
            {{Emit(results)}}
            {{string.Join('\n', results.SelectMany(Records).Select(Printed))}}
                public static string Print(object? value) => value is string text ? text : value is IShown shown ? shown.Show()
                    : value is System.Collections.IEnumerable items ? string.Join(',', items.Cast<object?>().Select(Print))
                    : System.FormattableString.Invariant($"{value}");
                public static string Read(byte[] json)
                {
                    var cursor = new Lathe.Json.JsonCursor(json);
                    var value = {{(root is AbstractModel type ? $"Json.{type.ReaderName}(ref cursor)" : $"new {root.Name}(ref cursor)")}};
                    cursor.ReadEndOfDocument();
                    return Print(value);
                }
            }
            """;
        var method = CompiledSource.Load(source).GetType("Container")!.GetMethod("Read")!
            .CreateDelegate<Func<byte[], string>>();
        return text => method(Encoding.UTF8.GetBytes(text));
    }

    private static readonly EnumModel s_mode = new()
    {
        Name = "Mode",
        ClassName = "Mode",
        Values = EquatableArray.ToEquatableArray([new EnumValueModel("ON", "On", null, null)]),
        FileName = "Mode.g.cs",
        Client = new()
        {
            ClassName = "C",
            InterfaceName = "IC",
            RegistrationName = "R",
            Namespace = "",
            IsPublic = true,
            FileName = "C.g.cs",
            RegistrationFileName = "R.g.cs",
        },
    };

    private static string EmitMode()
    {
        var writer = new CodeWriter(new StringBuilder());
        EnumJsonEmitter.Emit(writer, s_mode);
        return writer.ToString();
    }

    private static IEnumerable<ObjectModel> Records(ResultModel result) =>
        result is AbstractModel type ? [.. type.Cases, type.Other] : [(ObjectModel)result];

    private static string Printed(ObjectModel record)
    {
        var print = string.Join(", ", record.Fields.Where(static field => !field.IsHidden).Select(static field => $"Print({field.PropertyName})"));
        var prefix = record.BaseClrName is null ? "" : record.Name + " ";
        return $$"""partial record {{record.Name}} : IShown { public string Show() => "{{prefix}}" + string.Join("|", new string[] { {{print}} }); }""";
    }
}
