namespace Lathe.Testing.Serving;

/// <summary>What a server asks of a script, whatever its data.</summary>
internal interface IServerScript
{
    /// <summary>Gets the document of the operation.</summary>
    string Document { get; }

    /// <summary>Gets the scope that a key must have; null for any key.</summary>
    string? Scope { get; }

    /// <summary>Gets the next answer; null when there is none.</summary>
    ServerAnswer? Next(ServerRequest request);
}
