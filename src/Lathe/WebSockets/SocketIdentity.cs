namespace Lathe.WebSockets;

/// <summary>Whose socket it is: calls of one identity share it.</summary>
/// <param name="Tenant">Whom the calls are for, or null.</param>
/// <param name="Key">A key that belongs to the calls or to their caller; null for the client's.</param>
/// <param name="Own">A number when the socket carries one subscription alone, else 0.</param>
internal readonly record struct SocketIdentity(string? Tenant, BearerToken? Key, long Own = 0)
{
    /// <summary>Shows no key.</summary>
    public override string ToString() => $"{Tenant} {Own}";
}
