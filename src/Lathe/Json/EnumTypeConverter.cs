using System.ComponentModel;
using System.Globalization;

namespace Lathe.Json;

/// <summary>
/// Reads a generated enum from the text of a configuration. It takes only values that the schema knows, and lists them. Used by generated code.
/// </summary>
/// <typeparam name="T">The enum.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class EnumTypeConverter<T> : TypeConverter
    where T : struct, IGraphQLEnumValue<T>
{
    /// <inheritdoc/>
    public override bool CanConvertFrom(ITypeDescriptorContext? context, Type sourceType) =>
        sourceType == typeof(string) || base.CanConvertFrom(context, sourceType);

    /// <inheritdoc/>
    /// <exception cref="FormatException">The schema does not know the value.</exception>
    public override object? ConvertFrom(ITypeDescriptorContext? context, CultureInfo? culture, object value) =>
        value is string text ? EnumValues<T>.Parse(text) : base.ConvertFrom(context, culture, value);

    /// <inheritdoc/>
    public override bool GetStandardValuesSupported(ITypeDescriptorContext? context) => true;

    /// <inheritdoc/>
    /// <returns>The values that the schema knows.</returns>
    public override StandardValuesCollection GetStandardValues(ITypeDescriptorContext? context) => new(EnumValues<T>.All.ToArray());
}
