using System.ComponentModel;

namespace Lathe.Json;

/// <summary>What generated enums do to be read and written. They implement it explicitly, so that no name of a value can clash.</summary>
/// <typeparam name="TSelf">The enum.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface IGraphQLEnumValue<TSelf> : ISpanParsable<TSelf>
    where TSelf : struct, IGraphQLEnumValue<TSelf>
{
    /// <summary>Gets the names of the values that the schema knows, in its order.</summary>
    static abstract JsonNames Names { get; }

    /// <summary>Makes a value of its text, which the schema need not know.</summary>
    /// <param name="text">The text, not empty.</param>
    /// <returns>The value.</returns>
    static abstract TSelf Create(string text);

    static TSelf IParsable<TSelf>.Parse(string s, IFormatProvider? provider) => EnumValues<TSelf>.Parse(s);

    static bool IParsable<TSelf>.TryParse(string? s, IFormatProvider? provider, out TSelf result) => EnumValues<TSelf>.TryParse(s, out result);

    static TSelf ISpanParsable<TSelf>.Parse(ReadOnlySpan<char> s, IFormatProvider? provider) => EnumValues<TSelf>.Parse(s);

    static bool ISpanParsable<TSelf>.TryParse(ReadOnlySpan<char> s, IFormatProvider? provider, out TSelf result) =>
        EnumValues<TSelf>.TryParse(s, out result);
}
