using System.Text.Encodings.Web;
using System.Text.Json;
using GraphQL;
using GraphQL.Execution;
using GraphQL.SystemTextJson;
using GraphQL.Transport;
using GraphQL.Types;
using GraphQL.Validation;
using MachineMetrics.Server.Entities;
using MachineMetrics.Server.Limits;
using MachineMetrics.Server.Schema;

namespace MachineMetrics.Server.Hosting;

/// <summary>Answers POST /graphql, and executes what comes over sockets. The schema can be exchanged while it runs.</summary>
internal sealed class GraphQLEndpoint(ISchema schema, ShopLimits limits, Func<Shop, IObservable<object?>> feed)
{
    private readonly DocumentExecuter executer = new();
    private readonly GraphQLSerializer serializer = new(options => options.Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping);
    private readonly IValidationRule[] rules = [.. DocumentValidator.CoreRules, new OperationLimitsRule(limits)];

    public ISchema Schema { get; set; } = schema;

    public GraphQLSerializer Serializer => serializer;

    /// <summary>Executes an operation.</summary>
    /// <param name="request">The operation.</param>
    /// <param name="shop">Whose data it reads.</param>
    /// <param name="timeout">How long it may take.</param>
    /// <param name="stop">Stops it.</param>
    public async Task<ExecutionResult> ExecuteAsync(GraphQLRequest request, Shop shop, TimeSpan timeout, CancellationToken stop)
    {
        if (string.IsNullOrWhiteSpace(request.Query))
            return new ExecutionResult(new RequestError("The request has no query."));
        return await executer.ExecuteAsync(new ExecutionOptions
        {
            Schema = Schema,
            Root = shop,
            Query = request.Query,
            OperationName = request.OperationName,
            Variables = request.Variables,
            ValidationRules = rules,
            UserContext = new Dictionary<string, object?> { [ShopSchemaBuilder.Feed] = feed },
            Timeout = timeout,
            TimeoutAction = TimeoutAction.ReturnTimeoutError,
            CancellationToken = stop,
        });
    }

    public async Task AnswerAsync(HttpContext context, Shop shop)
    {
        if (MediaTypes.Choose(context.Request) is not { } mediaType)
            await ErrorAnswer.WriteAsync(context, 406, new ErrorAnswer($"Accept {MediaTypes.GraphQLResponse} or {MediaTypes.Json}."));
        else if (await ReadAsync(context) is not { } request)
            await ErrorAnswer.WriteAsync(context, 400, ErrorAnswer.NotJson);
        else
            await WriteAsync(context, mediaType, await ExecuteAsync(request, shop, context));
    }

    private async Task<GraphQLRequest?> ReadAsync(HttpContext context)
    {
        try
        {
            return context.Request.HasJsonContentType()
                ? await serializer.ReadAsync<GraphQLRequest>(context.Request.Body, context.RequestAborted)
                : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private async Task<ExecutionResult> ExecuteAsync(GraphQLRequest request, Shop shop, HttpContext context)
    {
        RequestLog.NameOperation(context, request.OperationName);
        var result = await ExecuteAsync(request, shop, limits.QueryTimeout, context.RequestAborted);
        return result.Streams is null
            ? result
            : new ExecutionResult(new RequestError("Subscriptions are answered over a WebSocket at this address (graphql-transport-ws).")
            {
                Code = "SUBSCRIPTION_NOT_SUPPORTED",
            });
    }

    private Task WriteAsync(HttpContext context, string mediaType, ExecutionResult result)
    {
        // Clients of the older media type expect 200 whatever the result says.
        context.Response.StatusCode = mediaType == MediaTypes.GraphQLResponse && !result.Executed ? 400 : 200;
        context.Response.ContentType = mediaType + "; charset=utf-8";
        return serializer.WriteAsync(context.Response.Body, result, context.RequestAborted);
    }
}
