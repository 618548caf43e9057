namespace Lathe.WebSockets;

/// <summary>How <c>connection_init</c> holds a key.</summary>
/// <param name="Header">The name of the client's header for the key, such as <c>Authorization</c>.</param>
/// <param name="Scheme">What stands before the key, or null.</param>
/// <param name="Shape">Where in the payload the header stands.</param>
internal sealed record SocketKeyForm(string Header, string? Scheme, GraphQLConnectionKeyShape Shape);
