using System.Diagnostics;
using System.Security.Cryptography;
using MachineMetrics.Server.Entities;

namespace MachineMetrics.Server.Keys;

/// <summary>A key of one company, with the scopes that it grants.</summary>
[DebuggerDisplay("{Shop.Company.Name}: {string.Join(' ', Scopes)}")]
public sealed class ApiKey
{
    /// <summary>The scope that reading reportable data needs.</summary>
    public const string Reporting = "reporting";

    private ApiKey(string secret, Shop shop, string[] scopes) => (Secret, Shop, Scopes) = (secret, shop, scopes);

    /// <summary>Gets what follows <c>Bearer</c>.</summary>
    public string Secret { get; }

    public Shop Shop { get; }

    public IReadOnlyList<string> Scopes { get; }

    /// <summary>Makes a key that nobody can guess.</summary>
    public static ApiKey Make(Shop shop, params string[] scopes) =>
        new("mm-demo-" + Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(20)), shop, scopes);
}
