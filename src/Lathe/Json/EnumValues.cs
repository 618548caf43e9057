using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;

namespace Lathe.Json;

/// <summary>The values of a generated enum that the schema knows. Used by generated code.</summary>
/// <typeparam name="T">The enum.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
[SuppressMessage("Design", "CA1000", Justification = "Generated code alone calls it, with the type at hand.")]
public static class EnumValues<T>
    where T : struct, IGraphQLEnumValue<T>
{
    private static T[]? s_all;

    /// <summary>Gets the values in the order of the schema.</summary>
    public static IReadOnlyList<T> All => s_all ??= [.. Enumerable.Range(0, T.Names.Count).Select(static index => T.Create(T.Names.GetText(index)))];

    /// <summary>Finds a value by its name in the schema. Case counts only where two names differ by case alone.</summary>
    /// <param name="text">The name.</param>
    /// <param name="value">The value; the default when there is none.</param>
    /// <returns>Whether the schema knows it.</returns>
    public static bool TryParse(ReadOnlySpan<char> text, out T value)
    {
        var names = T.Names;
        var found = JsonNames.Unknown;
        for (var index = 0; index < names.Count; index++)
        {
            var name = names.GetText(index);
            if (text.SequenceEqual(name))
            {
                found = index;
                break;
            }

            if (found < 0 && text.Equals(name, StringComparison.OrdinalIgnoreCase))
                found = index;
        }

        value = found < 0 ? default : T.Create(names.GetText(found));
        return found >= 0;
    }

    internal static T Parse(ReadOnlySpan<char> text) => TryParse(text, out var value)
        ? value
        : throw new FormatException(
            $"'{text[..Math.Min(text.Length, 100)]}' is not a value of the enum {typeof(T).Name}. Its values are in {typeof(T).Name}.KnownValues.");
}
