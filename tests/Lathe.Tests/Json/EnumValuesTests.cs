using System.ComponentModel;
using System.Text.Json;
using Lathe.Json;

namespace Lathe.Tests.Json;

/// <summary>Values of enums: from text, and as JSON.</summary>
public sealed class EnumValuesTests
{
    private static readonly JsonSerializerOptions s_options = new() { Converters = { new EnumJsonConverter<Mode>() } };

    [Theory]
    [InlineData("ON", "ON")]
    [InlineData("On", "On")]
    [InlineData("on", "ON")]
    [InlineData("off", "OFF")]
    public void TextIsAValueInAnyCaseButItsOwnCaseFirst(string text, string expected)
    {
        Assert.True(EnumValues<Mode>.TryParse(text, out var value));
        Assert.Equal(expected, value.Text);
        Assert.Equal(expected, EnumValues<Mode>.Parse(text).Text);
    }

    [Fact]
    public void OtherTextIsNoValue()
    {
        Assert.False(EnumValues<Mode>.TryParse("AUTO", out var value));
        Assert.Equal(default, value);
        Assert.Equal(
            "'AUTO' is not a value of the enum Mode. Its values are in Mode.KnownValues.",
            Assert.Throws<FormatException>(static () => EnumValues<Mode>.Parse("AUTO")).Message);
        Assert.StartsWith(
            $"'{new string('x', 100)}' is",
            Assert.Throws<FormatException>(static () => EnumValues<Mode>.Parse(new string('x', 101))).Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public void AllValuesAreThoseOfTheSchemaInItsOrder() =>
        Assert.Equal(["ON", "OFF", "On"], EnumValues<Mode>.All.Select(static value => value.Text));

    [Fact]
    public void ConfigurationTakesText()
    {
        var converter = new EnumTypeConverter<Mode>();
        Assert.True(converter.CanConvertFrom(typeof(string)));
        Assert.False(converter.CanConvertFrom(typeof(int)));
        Assert.Equal(new Mode("OFF"), converter.ConvertFrom("off"));
        Assert.Throws<NotSupportedException>(() => converter.ConvertFrom(1));
        Assert.True(converter.GetStandardValuesSupported());
        Assert.Equal(3, converter.GetStandardValues()!.Count);
    }

    [Fact]
    public void ValuesTravelAsJson()
    {
        Assert.Equal("\"NEW\"", JsonSerializer.Serialize(new Mode("NEW"), s_options));
        Assert.Equal(new Mode("NEW"), JsonSerializer.Deserialize<Mode>("\"NEW\"", s_options));
        Assert.Equal("\"\"", JsonSerializer.Serialize(default(Mode), s_options));
        Assert.Equal(default, JsonSerializer.Deserialize<Mode>("\"\"", s_options));
        Assert.StartsWith(
            "A value of the enum Mode is a string.",
            Assert.Throws<JsonException>(static () => JsonSerializer.Deserialize<Mode>("1", s_options)).Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public void ValuesAreKeysOfDictionaries()
    {
        var text = JsonSerializer.Serialize(new Dictionary<Mode, int> { [new("ON")] = 1, [default] = 2 }, s_options);
        Assert.Equal("""{"ON":1,"":2}""", text);
        Assert.Equal([new Mode("ON"), default], JsonSerializer.Deserialize<Dictionary<Mode, int>>(text, s_options)!.Keys);
        Assert.Throws<ArgumentNullException>("writer", static () => new EnumJsonConverter<Mode>().Write(null!, default, s_options));
        Assert.Throws<ArgumentNullException>("writer", static () => new EnumJsonConverter<Mode>().WriteAsPropertyName(null!, default, s_options));
    }

    [Fact]
    public void AnswersHaveValuesThatTheSchemaDoesNotKnow()
    {
        Assert.Equal(new Mode("OFF"), JsonText.Read("\"OFF\"", static (ref JsonCursor json) => json.ReadEnum<Mode>()));
        Assert.Equal(new Mode("NEW"), JsonText.Read(" \"NEW\"", static (ref JsonCursor json) => json.ReadEnum<Mode>()));
        Assert.Equal(new Mode("ON"), JsonText.Read("\"\\u004fN\"", static (ref JsonCursor json) => json.ReadEnumOrNull<Mode>()));
        Assert.Null(JsonText.Read("null", static (ref JsonCursor json) => json.ReadEnumOrNull<Mode>()));
        Assert.Throws<GraphQLReadException>(static () => JsonText.Read("\"ON", static (ref JsonCursor json) => json.ReadEnum<Mode>()));
        Assert.Throws<GraphQLReadException>(static () => JsonText.Read("null", static (ref JsonCursor json) => json.ReadEnum<Mode>()));
    }
}
