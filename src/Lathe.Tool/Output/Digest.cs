using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Lathe.Tool.Output;

/// <summary>Hashes texts.</summary>
internal static class Digest
{
    /// <summary>Makes the SHA-256 of a text in UTF-8, in lower-case hexadecimal digits.</summary>
    public static string Sha256(string text) =>
        string.Concat(SHA256.HashData(Encoding.UTF8.GetBytes(text)).Select(part => part.ToString("x2", CultureInfo.InvariantCulture)));
}
