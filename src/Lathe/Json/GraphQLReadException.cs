using Lathe.Json;

namespace Lathe;

/// <summary>A response is not JSON, or does not have the shape that the schema promises. The message holds no value of the response.</summary>
public sealed class GraphQLReadException : Exception
{
    private GraphQLReadException(string message, string path, long byteOffset, string expected)
        : base(message)
    {
        Path = path;
        ByteOffset = byteOffset;
        Expected = expected;
    }

    /// <summary>Gets the place in the response, such as <c>data.machines[3].name</c>; empty for the whole response.</summary>
    public string Path { get; }

    /// <summary>Gets the number of bytes before that place in the response's body.</summary>
    public long ByteOffset { get; }

    /// <summary>Gets what should have been there, in words.</summary>
    public string Expected { get; }

    internal bool IsUnexplainedNull { get; private init; }

    internal static GraphQLReadException Mismatch(ReadOnlySpan<byte> json, int offset, string expected, string actual)
    {
        var path = ResponsePath.At(json, offset);
        return new($"{Place(path)} holds {actual} where the schema says {expected} (byte {offset}). {Advice}", path, offset, expected);
    }

    internal static GraphQLReadException OutOfRange(ReadOnlySpan<byte> json, int offset, string expected, string wider)
    {
        var path = ResponsePath.At(json, offset);
        return new(
            $"{Place(path)} holds a number that does not fit where the client reads {expected} (byte {offset}). "
                + $"Map the field's scalar to a type that holds it in .graphqlrc.json, such as \"scalars\": {{ \"<its name>\": \"{wider}\" }}.",
            path,
            offset,
            expected);
    }

    internal static GraphQLReadException Malformed(ReadOnlySpan<byte> json, int offset, string expected)
    {
        var path = ResponsePath.At(json, offset);
        var what = offset < json.Length ? "is not valid JSON" : "ends too early";
        return new(
            $"The response {what} at byte {offset}{(path.Length == 0 ? "" : $" ({path})")}: {expected} should be there. "
                + "It was cut off or damaged on its way, or the server does not write JSON.",
            path,
            offset,
            expected);
    }

    internal static GraphQLReadException Missing(ReadOnlySpan<byte> json, int offset, string name)
    {
        var parent = ResponsePath.At(json, offset);
        var path = parent.Length == 0 ? name : $"{parent}.{name}";
        return new($"'{path}' is missing, but the schema says that it is never null (byte {offset}). {Advice}", path, offset, name);
    }

    // The offset is that of the second value.
    internal static GraphQLReadException Repeated(ReadOnlySpan<byte> json, int offset)
    {
        var path = ResponsePath.At(json, offset);
        return new(
            $"'{path}' is there twice (byte {offset}): which of the two counts is not defined. The server, or what changes its answers on their way, "
                + "is at fault.",
            path,
            offset,
            "each member once");
    }

    internal static GraphQLReadException Unexplained(ReadOnlySpan<byte> json, int offset)
    {
        var path = ResponsePath.At(json, offset);
        return new(
            $"{Place(path)} holds null where only an error may leave it, and no error explains it (byte {offset}). "
                + "Either the server is at fault, or null is a value there: then take @semanticNonNull off the field.",
            path,
            offset,
            "a value, or an error of that path")
        {
            IsUnexplainedNull = true,
        };
    }

    internal static GraphQLReadException TooDeep(ReadOnlySpan<byte> json, int offset, int maxDepth)
    {
        var path = ResponsePath.At(json, offset);
        return new($"{Place(path)} is nested deeper than {maxDepth} levels (byte {offset}).", path, offset, $"at most {maxDepth} levels");
    }

    private const string Advice = "The server's schema has changed, or breaks its own promise: download the schema again and rebuild.";

    private static string Place(string path) => path.Length == 0 ? "The response" : $"'{path}'";
}
