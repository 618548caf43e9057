using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Lathe.Generator.Binding;

/// <summary>Hashes text.</summary>
internal static class Sha256
{
    /// <summary>Returns the SHA-256 of a text's UTF-8 bytes in lower-case hexadecimal.</summary>
    public static string Hex(string text)
    {
        using var sha256 = SHA256.Create();
        return string.Concat(sha256.ComputeHash(Encoding.UTF8.GetBytes(text))
            .Select(static one => one.ToString("x2", CultureInfo.InvariantCulture)));
    }
}
