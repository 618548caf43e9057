using System.Text.Json;

namespace Lathe;

/// <summary>
/// Maps a custom scalar to a .NET type. A client's configuration names the type that implements it; the compiler checks
/// that it does.
/// </summary>
/// <typeparam name="T">The .NET type.</typeparam>
public interface IScalarConverter<T>
{
    /// <summary>Reads a value that is not null.</summary>
    /// <param name="reader">A reader on the value's first token; afterwards it is on the last one.</param>
    /// <returns>The value.</returns>
    /// <exception cref="JsonException">The value is not one of the scalar; a <see cref="FormatException"/>,
    /// <see cref="OverflowException"/>, <see cref="ArgumentException"/> or <see cref="InvalidOperationException"/> means the same.</exception>
    static abstract T Read(ref Utf8JsonReader reader);

    /// <summary>Writes a value as one JSON value.</summary>
    /// <param name="writer">Where to write.</param>
    /// <param name="value">The value.</param>
    static abstract void Write(Utf8JsonWriter writer, T value);
}
