namespace ShopFloor.Web.Components;

/// <summary>Names of downtime for people. The API's begin with their parent's and a pipe.</summary>
internal static class DowntimeReason
{
    public const string None = "No reason given";

    public static string Short(string? name) => name is null ? None : name[(name.LastIndexOf('|') + 1)..].Trim();
}
