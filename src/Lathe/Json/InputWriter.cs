using System.ComponentModel;
using System.Text.Json;

namespace Lathe.Json;

/// <summary>Writes variables and inputs; null is written as such. Used by generated code.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly partial struct InputWriter
{
    private readonly Utf8JsonWriter _writer;

    /// <summary>Makes a writer.</summary>
    /// <param name="writer">Where to write.</param>
    public InputWriter(Utf8JsonWriter writer)
    {
        ArgumentNullException.ThrowIfNull(writer);
        _writer = writer;
    }

    /// <summary>Writes a member that is an input object.</summary>
    /// <param name="name">The member's name in UTF-8.</param>
    /// <param name="value">The input, or null.</param>
    public void WriteInput(ReadOnlySpan<byte> name, IGraphQLInput? value) => Member(name).WriteValue(value);

    /// <summary>Writes a member that is a value of an enum.</summary>
    /// <typeparam name="T">The enum.</typeparam>
    /// <param name="name">The member's name in UTF-8.</param>
    /// <param name="value">The value, or null.</param>
    /// <exception cref="ArgumentException">The schema does not know the value.</exception>
    public void WriteEnum<T>(ReadOnlySpan<byte> name, T? value)
        where T : struct, IGraphQLEnumValue<T> => Member(name).WriteValue(value);

    /// <summary>Writes a member that is a value of an enum.</summary>
    /// <typeparam name="T">The enum.</typeparam>
    /// <param name="name">The member's name in UTF-8.</param>
    /// <param name="value">The value.</param>
    /// <exception cref="ArgumentException">The schema does not know the value.</exception>
    public void WriteEnum<T>(ReadOnlySpan<byte> name, T value)
        where T : struct, IGraphQLEnumValue<T> => Member(name).WriteValue(value);

    /// <summary>Writes a member that is a list.</summary>
    /// <typeparam name="T">The type of an item.</typeparam>
    /// <param name="name">The member's name in UTF-8.</param>
    /// <param name="items">The items, or null.</param>
    /// <param name="writeItem">Writes one item.</param>
    public void WriteList<T>(ReadOnlySpan<byte> name, IEnumerable<T>? items, Action<InputWriter, T> writeItem) =>
        Member(name).WriteValue(items, writeItem);

    /// <summary>Writes a member that is a list of strings.</summary>
    /// <param name="name">The member's name in UTF-8.</param>
    /// <param name="items">The items, or null.</param>
    public void WriteStrings(ReadOnlySpan<byte> name, IEnumerable<string?>? items) =>
        Member(name).WriteValue(items, static (json, item) => json.WriteValue(item));

    /// <summary>Writes a member that is a list of input objects.</summary>
    /// <param name="name">The member's name in UTF-8.</param>
    /// <param name="items">The items, or null.</param>
    public void WriteInputs(ReadOnlySpan<byte> name, IEnumerable<IGraphQLInput?>? items) =>
        Member(name).WriteValue(items, static (json, item) => json.WriteValue(item));

    /// <summary>Writes a member that is a value of a custom scalar, itself a value type.</summary>
    /// <typeparam name="T">The .NET type.</typeparam>
    /// <typeparam name="TConverter">The user's converter.</typeparam>
    /// <param name="name">The member's name in UTF-8.</param>
    /// <param name="value">The value, or null.</param>
    public void WriteScalar<T, TConverter>(ReadOnlySpan<byte> name, T? value)
        where T : struct
        where TConverter : IScalarConverter<T> => Member(name).WriteValue<T, TConverter>(value);

    /// <summary>Writes a member that is a value of a custom scalar.</summary>
    /// <typeparam name="T">The .NET type.</typeparam>
    /// <typeparam name="TConverter">The user's converter.</typeparam>
    /// <param name="name">The member's name in UTF-8.</param>
    /// <param name="value">The value, or null.</param>
    public void WriteScalar<T, TConverter>(ReadOnlySpan<byte> name, T? value)
        where TConverter : IScalarConverter<T> => Member(name).WriteValue<T, TConverter>(value);

    /// <summary>Writes an input object.</summary>
    /// <param name="value">The input, or null.</param>
    public void WriteValue(IGraphQLInput? value)
    {
        if (value is null)
        {
            _writer.WriteNullValue();
            return;
        }

        _writer.WriteStartObject();
        value.WriteMembers(this);
        _writer.WriteEndObject();
    }

    /// <summary>Writes a value of an enum.</summary>
    /// <typeparam name="T">The enum.</typeparam>
    /// <param name="value">The value, or null.</param>
    /// <exception cref="ArgumentException">The schema does not know the value.</exception>
    public void WriteValue<T>(T? value)
        where T : struct, IGraphQLEnumValue<T>
    {
        if (value is { } given)
            WriteValue(given);
        else
            _writer.WriteNullValue();
    }

    /// <summary>Writes a value of an enum.</summary>
    /// <typeparam name="T">The enum.</typeparam>
    /// <param name="value">The value.</param>
    /// <exception cref="ArgumentException">The schema does not know the value.</exception>
    public void WriteValue<T>(T value)
        where T : struct, IGraphQLEnumValue<T> => EnumText.Write(_writer, T.Names, value.ToString(), typeof(T).Name);

    /// <summary>Writes a list.</summary>
    /// <typeparam name="T">The type of an item.</typeparam>
    /// <param name="items">The items, or null.</param>
    /// <param name="writeItem">Writes one item.</param>
    public void WriteValue<T>(IEnumerable<T>? items, Action<InputWriter, T> writeItem)
    {
        ArgumentNullException.ThrowIfNull(writeItem);
        if (items is null)
        {
            _writer.WriteNullValue();
            return;
        }

        _writer.WriteStartArray();
        foreach (var item in items)
            writeItem(this, item);
        _writer.WriteEndArray();
    }

    /// <summary>Writes a value of a custom scalar that is a value type.</summary>
    /// <typeparam name="T">The .NET type.</typeparam>
    /// <typeparam name="TConverter">The user's converter.</typeparam>
    /// <param name="value">The value, or null.</param>
    public void WriteValue<T, TConverter>(T? value)
        where T : struct
        where TConverter : IScalarConverter<T>
    {
        if (value is { } given)
            TConverter.Write(_writer, given);
        else
            _writer.WriteNullValue();
    }

    /// <summary>Writes a value of a custom scalar.</summary>
    /// <typeparam name="T">The .NET type.</typeparam>
    /// <typeparam name="TConverter">The user's converter.</typeparam>
    /// <param name="value">The value, or null.</param>
    public void WriteValue<T, TConverter>(T? value)
        where TConverter : IScalarConverter<T>
    {
        if (value is null)
            _writer.WriteNullValue();
        else
            TConverter.Write(_writer, value);
    }

    private InputWriter Member(ReadOnlySpan<byte> name)
    {
        _writer.WritePropertyName(name);
        return this;
    }
}
