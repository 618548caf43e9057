using System.Reflection;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using Lathe.Generator.Binding;
using Lathe.Generator.Tests.Emission;
using Lathe.Language.Configuration;
using Lathe.Language.Schemas;
using Lathe.Language.Syntax.Parsing;
using Lathe.Language.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Lathe.Generator.Tests.RoundTrip;

/// <summary>
/// Fills the results of all operations of a client with data, and sends them through System.Text.Json: by reflection and by a context of the user's.
/// </summary>
internal static class ClientTravel
{
    private const int MostObjects = 60;

    /// <summary>Checks a client by reflection and by a context.</summary>
    public static void Check(TestClient client, string sdl, ClientConfig? config = null, bool hasNulls = true)
    {
        using var image = new MemoryStream();
        var emitted = client.Compile(Probe.WriteReaders(client)).Emit(image, cancellationToken: TestContext.Current.CancellationToken);
        Assert.True(emitted.Success, string.Join('\n', emitted.Diagnostics.Take(12)));
        var assembly = Assembly.Load(image.ToArray());
        var context = Context(client.Compile().References, image.ToArray(), assembly);
        var scalars = new ScalarMap((config ?? TestClient.Config).Scalars);
        Check(client, assembly, sdl, 3, [JsonSerializerOptions.Default, JsonSerializerOptions.Web, context.Options], scalars, hasNulls);
    }

    /// <summary>Checks a client that was compiled with <see cref="Probe.WriteReaders"/>.</summary>
    /// <param name="client">The client.</param>
    /// <param name="assembly">What it was compiled to.</param>
    /// <param name="sdl">The schema.</param>
    /// <param name="answers">How many answers each operation gets.</param>
    /// <param name="options">By what they are written and read.</param>
    /// <param name="scalars">The types of scalars; null for the defaults.</param>
    /// <param name="hasNulls">Whether anything is null.</param>
    public static void Check(
        TestClient client,
        Assembly assembly,
        string sdl,
        int answers,
        JsonSerializerOptions[] options,
        ScalarMap? scalars = null,
        bool hasNulls = true)
    {
        var schema = SchemaReader.Read([new SourceText("schema.graphql", sdl)], TestContext.Current.CancellationToken);
        var probe = assembly.GetType($"{TestClient.Config.Namespace}.Probe")!;
        foreach (var operation in client.Operations)
        {
            var read = probe.GetMethod(operation.Name)!.CreateDelegate<Func<byte[], object>>();
            var sent = DocumentParser.Parse(new SourceText("sent.graphql", operation.Document), TestContext.Current.CancellationToken);
            for (var seed = 0; seed < answers; seed++)
            {
                var response = Encoding.UTF8.GetBytes(new RandomResponse(schema, sent, seed, MostObjects, scalars, hasNulls).Data.ToJsonString());
                var (data, same) = (read(response), read(response));
                Assert.NotSame(data, same);
                foreach (var one in options)
                    Travel.Check(data, same, one);
            }
        }
    }

    // System.Text.Json's generator sees the client as the compiled project that it is in.
    private static JsonSerializerContext Context(IEnumerable<MetadataReference> references, byte[] image, Assembly assembly)
    {
        // Each is named, since several may have one name within their classes.
        var records = assembly.GetExportedTypes().Where(static one => one.IsAssignableTo(typeof(ResultRecord)));
        var results = records.SelectMany(static one => one.GetProperties()).Select(static one => one.PropertyType)
            .Where(static one => one.IsGenericType && one.GetGenericTypeDefinition() == typeof(FieldResult<>)
                && one.GenericTypeArguments[0].IsAssignableTo(typeof(ResultRecord)))
            .Select(static one => $"Lathe.FieldResult<{NameOf(one.GenericTypeArguments[0])}>").Distinct();
        var types = records.Select(NameOf).SelectMany(static one => new[] { one, $"Lathe.ResultList<{one}>" }).Concat(results).Select(
            static (name, i) => $"[System.Text.Json.Serialization.JsonSerializable(typeof({name}), TypeInfoPropertyName = \"T{i}\")]");
        var source = $"{string.Join('\n', types)}\npublic partial class Context : System.Text.Json.Serialization.JsonSerializerContext;";
        var compilation = CSharpCompilation.Create(
            "Context" + Guid.NewGuid().ToString("N"),
            [CSharpSyntaxTree.ParseText(source)],
            [.. references, MetadataReference.CreateFromImage(image)],
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable));
        CSharpGeneratorDriver.Create(JsonGenerator())
            .RunGeneratorsAndUpdateCompilation(compilation, out var updated, out var faults, TestContext.Current.CancellationToken);
        Assert.Empty(faults);
        using var emitted = new MemoryStream();
        var result = updated.Emit(emitted, cancellationToken: TestContext.Current.CancellationToken);
        Assert.True(result.Success, string.Join('\n', result.Diagnostics.Take(12)));
        AppDomain.CurrentDomain.AssemblyResolve += (_, wanted) => wanted.Name == assembly.FullName ? assembly : null;
        return (JsonSerializerContext)Activator.CreateInstance(Assembly.Load(emitted.ToArray()).GetType("Context")!)!;
    }

    private static string NameOf(Type type) => type.FullName!.Replace('+', '.');

    // That of the SDK, as users have it.
    private static ISourceGenerator JsonGenerator()
    {
        var dotnet = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(typeof(object).Assembly.Location)!, "../../.."));
        var file = Directory.GetFiles(
            Path.Combine(dotnet, "packs/Microsoft.NETCore.App.Ref"), "System.Text.Json.SourceGeneration.dll", SearchOption.AllDirectories)
            .Max()!;
        return ((IIncrementalGenerator)Activator.CreateInstance(
            Assembly.LoadFrom(file).GetType("System.Text.Json.SourceGeneration.JsonSourceGenerator")!)!)
            .AsSourceGenerator();
    }
}
