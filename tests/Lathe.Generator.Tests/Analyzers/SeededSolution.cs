using System.Text;

namespace Lathe.Generator.Tests.Analyzers;

/// <summary>
/// A program in the shape of a web API, a worker or a Blazor app, with fields that nobody reads and fields that are used in odd ways. What a
/// framework does with values is in a library of its own, which the analyzer cannot see.
/// </summary>
internal sealed class SeededSolution
{
    public const int UnusedOfEach = 5;
    public const int ReadOfEach = 5;

    /// <summary>The C# of the library with the framework.</summary>
    public const string Framework = """
        using System; using System.Collections.Generic; using System.Threading.Tasks;
        namespace Framework;
        public static class Web { public static void Map(string path, Delegate handler) { } public static object Ok(object value) => value; }
        public class Answer<T> { public static implicit operator Answer<T>(T value) => new(); }
        public abstract class Controller { public object View(object model) => model; }
        public abstract class Page { protected virtual void Build(Tree tree) { } protected virtual Task Init() => Task.CompletedTask; }
        public class Tree { public void Content(int number, object? value) { } public void Text(int number, string? value) { } }
        public static class Mapper { public static TTo Map<TFrom, TTo>(TFrom value) => default!; }
        public sealed class RouteAttribute : Attribute { }
        """;

    // {0} is the value, {1} the property.
    private static readonly string[] s_reads =
    [
        "Sink.Text({0}.{1});",
        "Sink.Text({0}?.{1}?.ToUpperInvariant());",
        "if ({0} is {{ {1}: \"x\" }}) return;",
        "if ({0} is not {{ {1}.Length: > 3 }}) return;",
        "Sink.Text(nameof({0}.{1}));",
        "Sink.Text(({0} with {{ {1} = \"y\" }}).Id);",
        "Sink.Text(new[] {{ {0} }}.Select(one => one.{1}).First());",
        "Sink.Text((from one in new[] {{ {0} }} where one.Id != \"\" orderby one.{1} select one.Id).First());",
        "System.Linq.Expressions.Expression<Func<string?>> formula = () => {0}.{1};",
        "var (first, second) = ({0}.Id, {0}.{1}); Sink.Text(first + second);",
        "string? Local() => {0}.{1}; Sink.Text(Local());",
        "Sink.Text(Sink.Pass({0}).{1});",
        "Sink.Text({0} switch {{ {{ {1}: null }} => \"a\", _ => \"b\" }});",
        "Sink.Text($\"{{{0}.{1}}}\");",
        "var held = new List<object?> {{ {0}.{1} }}; Sink.Text(held.Count.ToString());",
        "var lazy = new Lazy<string?>(() => {0}.{1}); Sink.Text(lazy.Value);",
        "Sink.Text(new Dictionary<string, string?> {{ [\"a\"] = {0}.{1} }}[\"a\"]);",
        "foreach (var one in new[] {{ {0} }}) Sink.Text(one.{1} ?? \"\");",
        "if (new[] {{ {0} }} is [{{ {1}: var found }}]) Sink.Text(found);",
        "Sink.Text(Task.FromResult({0}).Result.{1});",
    ];

    // {0} is the value; all below it counts as used.
    private static readonly string[] s_escapes =
    [
        "Sink.Text(System.Text.Json.JsonSerializer.Serialize({0}));",
        "Framework.Web.Ok({0});",
        "Framework.Web.Map(\"/a\", () => {0});",
        "Sink.Text({0}.ToString());",
        "if ({0} == new[] {{ {0} }}[0]) return;",
        "dynamic loose = {0}; Sink.Text((string)loose.Id);",
        "Sink.Text({0}.GetType().Name + typeof({2}).GetProperties().Length);",
        "Framework.Mapper.Map<{2}, Row>({0});",
        "Sink.Box({0});",
        "Sink.Text(System.Text.Json.JsonSerializer.Serialize(new Envelope<{2}>({0})));",
        "new HashSet<{2}>().Add({0});",
        "Framework.Answer<{2}> answer = {0}; Sink.Text(answer.ToString());",
    ];

    private readonly StringBuilder _schema = new("type Query {\n");
    private readonly StringBuilder _types = new();
    private readonly List<(string Path, string Text)> _documents = [];
    private readonly StringBuilder _code = new();
    private readonly HashSet<string> _unused = [];

    /// <param name="shape"><c>web</c>, <c>worker</c> or <c>blazor</c>.</param>
    /// <param name="operations">How many operations have unused fields; there are half as many whose data escapes.</param>
    public SeededSolution(string shape, int operations)
    {
        _code.AppendLine("""
            using System; using System.Collections.Generic; using System.Linq; using System.Threading.Tasks; using Lathe; using App;
            record Row(string? Text); record Envelope<T>(T Value);
            static class Sink
            {
                public static void Text(string? text) => Console.WriteLine(text);
                public static T Pass<T>(T value) => value;
                public static void Box<T>(T value) => Console.WriteLine((object?)value);
            }
            """);
        for (var number = 0; number < operations; number++)
            AddRead(shape, number);
        for (var number = 0; number < operations / 2; number++)
            AddEscape(shape, operations + number, s_escapes[number % s_escapes.Length]);
        _code.AppendLine("static class Program { static void Main() { } }");
    }

    /// <summary>Gets the response keys of the fields that nobody reads; each is of one field.</summary>
    public IReadOnlySet<string> Unused => _unused;

    public (string Path, string Text)[] Files =>
    [
        ("/p/s.graphql", $"{_schema}}}\n{_types}"),
        .. _documents,
        (
            "/p/.graphqlrc.json",
            """{ "schema": "s.graphql", "documents": "q*.graphql", "extensions": { "lathe": { "client": "Api", "namespace": "App" } } }"""
        ),
    ];

    public string Code => _code.ToString();

    private void AddRead(string shape, int number)
    {
        string[] read = [.. Enumerable.Range(0, ReadOfEach).Select(index => Name("read", number, index))];
        string[] unused = [.. Enumerable.Range(0, UnusedOfEach).Select(index => Name("left", number, index))];
        _unused.UnionWith(unused);
        AddType(number, [.. read, .. unused]);
        var isByFragment = number % 3 == 0;
        var fields = string.Join(' ', read.Concat(unused));
        Write(number, isByFragment
            ? $"query Q{number} {{ t{number} {{ id ...F{number} }} }}\nfragment F{number} on T{number} {{ id {fields} }}"
            : $"query Q{number} {{ t{number} {{ id {fields} }} }}");
        var uses = read.Select((field, index) =>
            $"{{ {string.Format(null, s_reads[((number * ReadOfEach) + index) % s_reads.Length], "value", Property(field))} }}");
        Add(shape, number, isByFragment ? $"F{number}" : $"Q{number}Query.T{number}", string.Join('\n', uses));
    }

    private void AddEscape(string shape, int number, string escape)
    {
        string[] fields = [.. Enumerable.Range(0, ReadOfEach + UnusedOfEach).Select(index => Name("kept", number, index))];
        AddType(number, fields);
        Write(number, $"query Q{number} {{ t{number} {{ id {string.Join(' ', fields)} }} }}");
        var type = $"Q{number}Query.T{number}";
        Add(shape, number, type, string.Format(null, escape, "value", "", type));
    }

    private void Write(int number, string document) => _documents.Add(($"/p/q{number}.graphql", document));

    private void AddType(int number, string[] fields)
    {
        _schema.AppendLine($"  t{number}: T{number}");
        _types.AppendLine($"type T{number} {{ id: ID! {string.Join(' ', fields.Select(field => field + ": String"))} }}");
    }

    private void Add(string shape, int number, string type, string uses) => _code.AppendLine(shape switch
    {
        "web" => $$"""
            sealed class Service{{number}}(IApi api) { public async Task<{{type}}?> Get() => (await api.Q{{number}}Async()).RequireData().T{{number}}; }
            static class Endpoint{{number}}
            {
                public static void Map(Service{{number}} service) => Framework.Web.Map("/{{number}}", async () => { if (await service.Get() is { } value) Use(value); });
                static void Use({{type}} value) { {{uses}} }
            }
            """,
        "worker" => $$"""
            sealed class Worker{{number}}(IApi api) : IDisposable
            {
                private readonly Queue<{{type}}> _queue = new();
                public async Task Run()
                {
                    var result = await api.Q{{number}}Async();
                    if (!result.HasErrors && result.Data?.T{{number}} is { } found) _queue.Enqueue(found);
                    while (_queue.TryDequeue(out var value)) Use(value);
                }
                private void Use({{type}} value) { {{uses}} }
                public void Dispose() { }
            }
            """,
        _ => $$"""
            sealed class Page{{number}}(IApi api) : Framework.Page
            {
                private {{type}}? _value;
                protected override async Task Init() => _value = (await api.Q{{number}}Async()).RequireData().T{{number}};
                protected override void Build(Framework.Tree tree) { if (_value is null) return; var value = _value; tree.Text(0, value.Id); {{uses}} }
            }
            """,
    });

    // Of letters alone, so that a property has the name of its field.
    private static string Name(string kind, int number, int index) =>
        $"{kind}{(char)('a' + (number / 676))}{(char)('a' + (number / 26 % 26))}{(char)('a' + (number % 26))}{(char)('a' + index)}";

    private static string Property(string field) => char.ToUpperInvariant(field[0]) + field[1..];
}
