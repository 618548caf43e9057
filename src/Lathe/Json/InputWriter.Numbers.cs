using System.Numerics;

namespace Lathe.Json;

public readonly partial struct InputWriter
{
    private const long MaxSafeInteger = (1L << 53) - 1;

    // A double represents any decimal number of this many digits.
    private const ulong MaxSafeDigits = 999_999_999_999_999;

    /// <summary>Writes a member that is an integer of 64 bits.</summary>
    /// <param name="name">The member's name in UTF-8.</param>
    /// <param name="value">The value, or null.</param>
    /// <param name="form">How it is written.</param>
    public void WriteInt64(ReadOnlySpan<byte> name, long? value, NumberForm form) => Member(name).WriteValue(value, form);

    /// <summary>Writes a member that is a decimal number.</summary>
    /// <param name="name">The member's name in UTF-8.</param>
    /// <param name="value">The value, or null.</param>
    /// <param name="form">How it is written.</param>
    public void WriteDecimal(ReadOnlySpan<byte> name, decimal? value, NumberForm form) => Member(name).WriteValue(value, form);

    /// <summary>Writes a member that is an integer of any size.</summary>
    /// <param name="name">The member's name in UTF-8.</param>
    /// <param name="value">The value, or null.</param>
    /// <param name="form">How it is written.</param>
    public void WriteBigInteger(ReadOnlySpan<byte> name, BigInteger? value, NumberForm form) => Member(name).WriteValue(value, form);

    /// <summary>Writes an integer of 64 bits.</summary>
    /// <param name="value">The value, or null.</param>
    /// <param name="form">How it is written.</param>
    public void WriteValue(long? value, NumberForm form)
    {
        if (value is { } given && IsText(form, given is >= -MaxSafeInteger and <= MaxSafeInteger))
            _writer.WriteStringValue(Invariant(given));
        else
            WriteValue(value);
    }

    /// <summary>Writes a decimal number.</summary>
    /// <param name="value">The value, or null.</param>
    /// <param name="form">How it is written.</param>
    public void WriteValue(decimal? value, NumberForm form)
    {
        if (value is { } given && IsText(form, HasSafeDigits(given)))
            _writer.WriteStringValue(Invariant(given));
        else
            WriteValue(value);
    }

    /// <summary>Writes an integer of any size.</summary>
    /// <param name="value">The value, or null.</param>
    /// <param name="form">How it is written.</param>
    public void WriteValue(BigInteger? value, NumberForm form)
    {
        if (value is { } given && IsText(form, given >= -MaxSafeInteger && given <= MaxSafeInteger))
            _writer.WriteStringValue(Invariant(given));
        else
            WriteValue(value);
    }

    private static bool IsText(NumberForm form, bool isSafe) => form == NumberForm.Text || (form == NumberForm.Safe && !isSafe);

    private static bool HasSafeDigits(decimal value)
    {
        Span<int> parts = stackalloc int[4];
        decimal.GetBits(value, parts);
        return parts[2] == 0 && (((ulong)(uint)parts[1] << 32) | (uint)parts[0]) <= MaxSafeDigits;
    }
}
