namespace Lathe.Testing;

/// <summary>How a test server starts.</summary>
public sealed class GraphQLTestServerOptions
{
    /// <summary>
    /// Gets or sets whether it speaks TLS, with a certificate for this machine that is made anew for each server; a client trusts it by
    /// <see cref="GraphQLTestServer.Trust"/>. False unless set.
    /// </summary>
    public bool UseTls { get; set; }

    /// <summary>Gets or sets the clock that scripted delays wait by. The system's unless set.</summary>
    public TimeProvider Time { get; set; } = TimeProvider.System;
}
