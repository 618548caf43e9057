namespace Lathe.Requests;

/// <summary>Whose queries may go together.</summary>
/// <param name="Tenant">Whom the calls are for, or null.</param>
/// <param name="Key">A key of the calls' own or a renewed one; null for the client's.</param>
/// <param name="IsRenewed">Whether the key came from the client's source in place of a rejected one.</param>
internal readonly record struct BatchIdentity(string? Tenant, BearerToken? Key, bool IsRenewed)
{
    /// <summary>Shows no key.</summary>
    public override string ToString() => $"{Tenant} {IsRenewed}";
}
