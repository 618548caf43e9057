using System.Collections;
using System.Reflection;
using System.Text;
using Lathe.Generator.Tests.Emission;
using Lathe.Language.Configuration;

namespace Lathe.Generator.Tests.Catching;

/// <summary>
/// A generated client that is compiled, and what it makes of answers as one text: <c>{name:"x" owner:!message}</c>, where <c>!</c> stands before
/// an error.
/// </summary>
internal sealed class ReadClient(Assembly assembly, string nameSpace)
{
    private static readonly MethodInfo s_read = typeof(Lathe.Testing.ScriptedGraphQLTransport).Assembly.GetType("Lathe.Testing.ScriptedResponse")!
        .GetMethods().Single(static one => one.Name == "Read" && one.GetParameters()[1].ParameterType == typeof(byte[]));

    private readonly Dictionary<string, Func<byte[], object?>> _reads = [];

    public static ReadClient Of(string schema, string documents, ClientConfig? config = null)
    {
        var client = TestClient.Generate(schema, documents, config);
        client.AssertCompiles();
        return new ReadClient(client.Load(), TestClient.Config.Namespace!);
    }

    /// <summary>Reads an answer.</summary>
    /// <param name="operation">The class of the operation, such as <c>UserQuery</c>.</param>
    /// <param name="json">The answer.</param>
    /// <returns>The data as text; <c>null</c> without data; the name of an exception, with its path.</returns>
    public string Read(string operation, string json) => Read(operation, Encoding.UTF8.GetBytes(json));

    /// <inheritdoc cref="Read(string, string)"/>
    public string Read(string operation, byte[] json)
    {
        try
        {
            return Describe(ReadData(operation, json));
        }
        catch (GraphQLResponseException exception)
        {
            return $"{exception.GetType().Name} at {exception.Path}";
        }
    }

    /// <summary>Reads an answer's data; null without data.</summary>
    public object? ReadData(string operation, byte[] json)
    {
        if (!_reads.TryGetValue(operation, out var read))
            _reads.Add(operation, read = MakeRead(operation));
        return read(json);
    }

    private Func<byte[], object?> MakeRead(string operation)
    {
        var known = assembly.GetType($"{nameSpace}.{operation}")!.GetProperty("Operation")!.GetValue(null)!;
        return typeof(ReadClient).GetMethod(nameof(ReadOf), BindingFlags.Static | BindingFlags.NonPublic)!
            .MakeGenericMethod(known.GetType().GenericTypeArguments).CreateDelegate<Func<object, byte[], object?>>().Apply(known);
    }

    private static object? ReadOf<TData>(object operation, byte[] json)
        where TData : class => Reader<TData>.Read((GraphQLOperation<TData>)operation, json).Data;

    /// <summary>Writes a value as one text.</summary>
    public static string Describe(object? value) => value switch
    {
        null => "null",
        string text => $"\"{text}\"",
        bool flag => flag ? "true" : "false",
        ResultRecord record => $"{{{string.Join(' ', MembersOf(record).Select(one => $"{one.Name}:{Describe(one.GetValue(record))}"))}}}",
        _ when value.GetType() is { IsGenericType: true } type && type.GetGenericTypeDefinition() == typeof(FieldResult<>) =>
            type.GetProperty("Error")!.GetValue(value) is GraphQLError error
                ? $"!{error.Message}"
                : Describe(type.GetProperty("ValueOrDefault")!.GetValue(value)),
        IEnumerable items => $"[{string.Join(' ', items.Cast<object?>().Select(Describe))}]",
        _ => Convert.ToString(value, System.Globalization.CultureInfo.InvariantCulture)!,
    };

    private static IEnumerable<PropertyInfo> MembersOf(ResultRecord record) =>
        record.GetType().GetProperties().Where(static one => one.GetIndexParameters().Length == 0 && one.CanWrite);

    private static class Reader<TData>
        where TData : class
    {
        public static readonly Func<GraphQLOperation<TData>, byte[], GraphQLResult<TData>> Read =
            s_read.MakeGenericMethod(typeof(TData)).CreateDelegate<Func<GraphQLOperation<TData>, byte[], GraphQLResult<TData>>>();
    }
}

internal static class Functions
{
    public static Func<T2, TResult> Apply<T1, T2, TResult>(this Func<T1, T2, TResult> function, T1 value) => other => function(value, other);
}
