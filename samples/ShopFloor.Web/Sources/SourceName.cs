namespace ShopFloor.Web.Sources;

/// <summary>What pages may know of where the data comes from.</summary>
/// <param name="Name">The company of a stand-in, or the host of the API.</param>
/// <param name="IsStandIn">Whether the data is invented.</param>
public sealed record SourceName(string Name, bool IsStandIn);
