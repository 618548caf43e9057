namespace Lathe.Telemetry;

/// <summary>
/// The names of OpenTelemetry's conventions for GraphQL clients, HTTP and servers; those that are ours alone begin with <c>graphql.client</c>.
/// </summary>
internal static class TelemetryNames
{
    public const string Duration = "graphql.client.request.duration";
    public const string RequestSize = "graphql.client.request.body.size";
    public const string ResponseSize = "graphql.client.response.body.size";
    public const string Errors = "graphql.client.request.errors";

    public const string OperationName = "graphql.operation.name";
    public const string OperationType = "graphql.operation.type";
    public const string DocumentHash = "graphql.document.hash";
    public const string ClientName = "graphql.client.name";
    public const string ErrorCount = "graphql.error.count";
    public const string ErrorType = "error.type";
    public const string ServerAddress = "server.address";
    public const string ServerPort = "server.port";
    public const string StatusCode = "http.response.status_code";
    public const string RequestBodySize = "http.request.body.size";
    public const string ResponseBodySize = "http.response.body.size";
}
