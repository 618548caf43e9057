namespace ShopFloor.Web.Live;

/// <summary>How the subscription is opened again.</summary>
internal sealed class LiveOptions
{
    /// <summary>Gets or sets the longest wait before the subscription is opened again. 15 seconds by default.</summary>
    public TimeSpan LongestWait { get; set; } = TimeSpan.FromSeconds(15);
}
