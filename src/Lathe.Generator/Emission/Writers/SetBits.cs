using System.Globalization;

namespace Lathe.Generator.Emission;

/// <summary>The bits in which an input remembers which of its members were set.</summary>
internal static class SetBits
{
    private const int WordBits = 64;

    /// <summary>Returns the declarations of the fields that hold the bits.</summary>
    /// <param name="count">The number of the input's members.</param>
    public static IEnumerable<string> Declarations(int count)
    {
        foreach (var word in Words(count))
            yield return $"private global::Lathe.Json.SetMembers {word};";
    }

    /// <summary>Returns the names of the fields that hold the bits.</summary>
    /// <param name="count">The number of the input's members.</param>
    public static IEnumerable<string> Words(int count)
    {
        for (var first = 0; first < count; first += WordBits)
            yield return Word(first);
    }

    /// <summary>Returns the statement that remembers that a member was set.</summary>
    /// <param name="index">The member's index in the model.</param>
    public static string Assign(int index) => $"{Word(index)}.Add({Bit(index)});";

    /// <summary>Returns the expression that remembers that a member was set and gives its value.</summary>
    /// <param name="index">The member's index in the model.</param>
    /// <param name="value">The value.</param>
    public static string Assign(int index, string value) => $"{Word(index)}.Add({Bit(index)}, {value})";

    /// <summary>Returns the condition that a member was set.</summary>
    /// <param name="index">The member's index in the model.</param>
    public static string Test(int index) => $"{Word(index)}[{Bit(index)}]";

    private static string Word(int index) => index < WordBits ? "_set" : string.Format(CultureInfo.InvariantCulture, "_set{0}", index / WordBits);

    private static string Bit(int index) => (index % WordBits).ToString(CultureInfo.InvariantCulture);
}
