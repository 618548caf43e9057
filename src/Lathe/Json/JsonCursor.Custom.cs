using System.Numerics;
using System.Text.Json;

namespace Lathe.Json;

public ref partial struct JsonCursor
{
    /// <summary>Reads a value of an enum.</summary>
    /// <typeparam name="T">The enum.</typeparam>
    /// <returns>The value; one that the schema does not know keeps its text.</returns>
    /// <exception cref="GraphQLReadException">The next value is not a string.</exception>
    public T ReadEnum<T>()
        where T : struct, IGraphQLEnumValue<T> => T.Create(ReadEnumText(T.Names));

    /// <summary>Reads a value of an enum, or null.</summary>
    /// <typeparam name="T">The enum.</typeparam>
    /// <returns>The value, or null; one that the schema does not know keeps its text.</returns>
    /// <exception cref="GraphQLReadException">The next value is neither null nor a string.</exception>
    public T? ReadEnumOrNull<T>()
        where T : struct, IGraphQLEnumValue<T> => TryReadNull() ? null : T.Create(ReadEnumText(T.Names));

    /// <summary>Reads a value of a custom scalar.</summary>
    /// <typeparam name="T">The .NET type.</typeparam>
    /// <typeparam name="TConverter">The user's converter.</typeparam>
    /// <returns>The value.</returns>
    /// <exception cref="GraphQLReadException">The next value is not one of the scalar.</exception>
    public T ReadScalar<T, TConverter>()
        where TConverter : IScalarConverter<T>
    {
        Peek();
        var start = _position;
        SkipValue();
        var reader = new Utf8JsonReader(_json[start.._position], new JsonReaderOptions { MaxDepth = _maxDepth });
        reader.Read();
        try
        {
            return TConverter.Read(ref reader);
        }
        catch (Exception exception) when (
            exception is JsonException or FormatException or OverflowException or ArgumentException or InvalidOperationException)
        {
            throw BadText(start, $"a value that {typeof(TConverter).Name} can read");
        }
    }

    /// <summary>Reads an integer of any size, also when it is written as a string.</summary>
    /// <returns>The integer.</returns>
    /// <exception cref="GraphQLReadException">The next value is not an integer.</exception>
    public BigInteger ReadBigInteger()
    {
        Peek();
        var start = _position;
        var reader = ReadNumberOrText("an integer", out _);
        return TextParse.TryBigInteger(reader, out var value) ? value : throw BadText(start, "an integer");
    }
}
