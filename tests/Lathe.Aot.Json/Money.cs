using System.Text.Json;

namespace Lathe.Aot.Stock;

/// <summary>A custom scalar with a type of its own.</summary>
/// <param name="Amount">The amount.</param>
public readonly record struct Money(decimal Amount) : IScalarConverter<Money>
{
    /// <inheritdoc/>
    public static Money Read(ref Utf8JsonReader reader) => new(reader.GetDecimal());

    /// <inheritdoc/>
    public static void Write(Utf8JsonWriter writer, Money value)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.WriteNumberValue(value.Amount);
    }
}
