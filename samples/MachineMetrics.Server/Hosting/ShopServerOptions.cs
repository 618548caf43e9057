using MachineMetrics.Server.Limits;

namespace MachineMetrics.Server.Hosting;

/// <summary>How a server differs from the documented API.</summary>
public sealed class ShopServerOptions
{
    /// <summary>Gets or sets the port on the loopback interface; 0, the default, takes a free one.</summary>
    public int Port { get; set; }

    /// <summary>Gets or sets the schema in SDL; null for the one of this repository.</summary>
    public string? Schema { get; set; }

    /// <summary>Gets or sets the bounds; those of the vendor's pages unless set.</summary>
    public ShopLimits Limits { get; set; } = new();

    /// <summary>Gets or sets how long it takes until the next machine changes its state for those who subscribe. One second by default.</summary>
    public TimeSpan StateInterval { get; set; } = TimeSpan.FromSeconds(1);

    /// <summary>
    /// Gets or sets whether the shop is open: its history ends now, time goes on, and its machines start and stop for everybody, one each
    /// <see cref="StateInterval"/>. Not so by default: the shop stands still at <see cref="Seed.ShopSeed.Now"/>, and every answer can be foretold.
    /// </summary>
    public bool IsOpen { get; set; }

    /// <summary>Gets or sets the clock of the rate limit; the system's unless set.</summary>
    public TimeProvider Clock { get; set; } = TimeProvider.System;

    /// <summary>
    /// Gets or sets what sees each request first and returns true when it has answered it, to play faults; null for nothing.
    /// </summary>
    public Func<HttpContext, Task<bool>>? Intercept { get; set; }
}
