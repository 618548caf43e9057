namespace Lathe.Testing.Serving;

/// <summary>What a server asks of a script, whatever its data.</summary>
internal interface IServerScript
{
    /// <summary>Gets the scope that a key must have; null for any key.</summary>
    string? Scope { get; }

    /// <summary>Gets the next answer; null when there is none.</summary>
    ServerAnswer? Next(ServerRequest request);
}

/// <summary>An answer before it is HTTP or a socket's messages.</summary>
internal sealed record ServerAnswer
{
    public int Status { get; init; } = 200;

    public string? RetryAfter { get; init; }

    /// <summary>Gets the responses: several for events and parts.</summary>
    public IReadOnlyList<string> Payloads { get; init; } = [];

    public bool Breaks { get; init; }

    public string? Challenge { get; init; }

    public static ServerAnswer Error(string message, string? code = null, int status = 200) => new()
    {
        Status = status,
        Payloads =
        [
            new System.Text.Json.Nodes.JsonObject
            {
                ["errors"] = new System.Text.Json.Nodes.JsonArray(new System.Text.Json.Nodes.JsonObject
                {
                    ["message"] = message,
                    ["extensions"] = code is null ? null : new System.Text.Json.Nodes.JsonObject { ["code"] = code },
                }),
            }.ToJsonString(),
        ],
    };
}
