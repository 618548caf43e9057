using System.Runtime.CompilerServices;

namespace Lathe.Json;

// Fields that are a value, which is never null, or an error. A null is looked for only where no plain value stands: an answer without errors is read
// as fast as one of fields that catch nothing.
public ref partial struct JsonCursor
{
    /// <summary>Reads a string, or the null that an error left in its place.</summary>
    /// <param name="errors">The errors of the record's fields, to which that of the field is added.</param>
    /// <param name="name">The name of the field's property.</param>
    /// <returns>The string; null beside an error.</returns>
    /// <exception cref="GraphQLReadException">The next value is neither a string of valid UTF-8 nor a null that an error explains.</exception>
    // Not in each reader, as ReadString().
    [MethodImpl(MethodImplOptions.NoInlining)]
    public string ReadString(scoped ref FieldErrors errors, string name)
    {
        var length = PlainLength();
        if (length < 0)
            return TryReadNull() ? NullByError<string>(ref errors, name) : ReadUnusualString();
        return TakePlain(length);
    }

    /// <summary>Reads an identifier, or the null that an error left in its place.</summary>
    /// <returns>The identifier; null beside an error.</returns>
    /// <exception cref="GraphQLReadException">The next value is neither a string, nor an integer, nor a null that an error explains.</exception>
    /// <inheritdoc cref="ReadString(ref FieldErrors, string)"/>
    public string ReadId(scoped ref FieldErrors errors, string name) =>
        Peek() is (byte)'-' or (>= (byte)'0' and <= (byte)'9') ? ReadIntegerText() : ReadString(ref errors, name);

    /// <summary>Reads an integer of 32 bits, or the null that an error left in its place.</summary>
    /// <returns>The integer; 0 beside an error.</returns>
    /// <exception cref="GraphQLReadException">The next value is neither an integer that fits nor a null that an error explains.</exception>
    /// <inheritdoc cref="ReadString(ref FieldErrors, string)"/>
    public int ReadInt32(scoped ref FieldErrors errors, string name) =>
        TryPlainInt32(out var value) ? value : TryReadNull() ? NullByError<int>(ref errors, name) : ReadInt32();

    /// <summary>Reads an integer of 64 bits, or the null that an error left in its place.</summary>
    /// <returns>The integer; 0 beside an error.</returns>
    /// <inheritdoc cref="ReadInt32(ref FieldErrors, string)"/>
    public long ReadInt64(scoped ref FieldErrors errors, string name) =>
        TryPlainInt64(out var value) ? value : TryReadNull() ? NullByError<long>(ref errors, name) : ReadInt64();

    /// <summary>Reads a floating-point number, or the null that an error left in its place.</summary>
    /// <returns>The number; 0 beside an error.</returns>
    /// <exception cref="GraphQLReadException">The next value is neither a number nor a null that an error explains.</exception>
    /// <inheritdoc cref="ReadString(ref FieldErrors, string)"/>
    public double ReadDouble(scoped ref FieldErrors errors, string name) =>
        TryPlainDouble(out var value) ? value : TryReadNull() ? NullByError<double>(ref errors, name) : ReadDouble();

    /// <summary>Reads a decimal number, or the null that an error left in its place.</summary>
    /// <returns>The number; 0 beside an error.</returns>
    /// <inheritdoc cref="ReadDouble(ref FieldErrors, string)"/>
    public decimal ReadDecimal(scoped ref FieldErrors errors, string name) =>
        TryPlainDecimal(out var value) ? value : TryReadNull() ? NullByError<decimal>(ref errors, name) : ReadDecimal();

    /// <summary>Reads a boolean, or the null that an error left in its place.</summary>
    /// <returns>The boolean; false beside an error.</returns>
    /// <exception cref="GraphQLReadException">The next value is neither a boolean nor a null that an error explains.</exception>
    /// <inheritdoc cref="ReadString(ref FieldErrors, string)"/>
    public bool ReadBoolean(scoped ref FieldErrors errors, string name) =>
        TryPlainBoolean(out var value) ? value : TryReadNull() ? NullByError<bool>(ref errors, name) : ReadBoolean();

    /// <summary>Reads a UUID, or the null that an error left in its place.</summary>
    /// <returns>The UUID; zeros beside an error.</returns>
    /// <exception cref="GraphQLReadException">The next value is neither a UUID nor a null that an error explains.</exception>
    /// <inheritdoc cref="ReadString(ref FieldErrors, string)"/>
    public Guid ReadGuid(scoped ref FieldErrors errors, string name) =>
        TryPlainGuid(out var value) ? value : TryReadNull() ? NullByError<Guid>(ref errors, name) : ReadGuid();

    /// <summary>Reads a date and time, or the null that an error left in its place.</summary>
    /// <returns>The date and time; the default beside an error.</returns>
    /// <exception cref="GraphQLReadException">The next value is neither a date and time nor a null that an error explains.</exception>
    /// <inheritdoc cref="ReadString(ref FieldErrors, string)"/>
    public DateTimeOffset ReadDateTimeOffset(scoped ref FieldErrors errors, string name) =>
        TryPlainDateTime(out var value) ? value : TryReadNull() ? NullByError<DateTimeOffset>(ref errors, name) : ReadDateTimeOffset();
}
