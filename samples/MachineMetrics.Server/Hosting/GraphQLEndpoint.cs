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

namespace MachineMetrics.Server.Hosting;

/// <summary>Answers POST /graphql. The schema can be exchanged while it runs.</summary>
internal sealed class GraphQLEndpoint(ISchema schema, ShopLimits limits)
{
    private readonly DocumentExecuter executer = new();
    private readonly GraphQLSerializer serializer = new(options => options.Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping);
    private readonly IValidationRule[] rules = [.. DocumentValidator.CoreRules, new OperationLimitsRule(limits)];

    public ISchema Schema { get; set; } = schema;

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
            Timeout = limits.QueryTimeout,
            TimeoutAction = TimeoutAction.ReturnTimeoutError,
            CancellationToken = context.RequestAborted,
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
