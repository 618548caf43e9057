using System.Numerics;
using GraphQL;
using GraphQL.Transport;
using GraphQL.Types;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Lathe.Interop.Tests.Support;

/// <summary>GraphQL.NET behind an endpoint of our own: its execution, scalars, persisted documents and JSON are its own, and the few lines of HTTP
/// are not.</summary>
internal sealed class GraphQLDotNetServer : IAsyncDisposable
{
    private readonly WebApplication _app;

    private GraphQLDotNetServer(WebApplication app) => _app = app;

    public Uri Endpoint => new(_app.Urls.Single() + "/graphql");

    /// <summary>Starts a server.</summary>
    /// <param name="documents">Its persisted documents by hash, beside which it takes no text; null where it takes any text.</param>
    public static async Task<GraphQLDotNetServer> StartAsync(IReadOnlyDictionary<string, string>? documents = null)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services.AddGraphQL(graphQL =>
        {
            graphQL.AddSchema(new Schema { Query = new QueryType(), Mutation = new MutationType() }).AddSystemTextJson();
            if (documents is not null)
                graphQL.UsePersistedDocuments(options => options.GetQueryDelegate = (_, _, hash) => new(documents.GetValueOrDefault(hash)));
        });
        var app = builder.Build();
        app.MapPost("/graphql", AnswerAsync);
        await app.StartAsync();
        return new(app);
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private static async Task AnswerAsync(HttpContext context)
    {
        var (serializer, executer) = (Service<IGraphQLSerializer>(context), Service<IDocumentExecuter>(context));
        var request = await serializer.ReadAsync<GraphQLRequest>(context.Request.Body, context.RequestAborted);
        var result = await executer.ExecuteAsync(options =>
        {
            options.Schema = Service<ISchema>(context);
            (options.Query, options.OperationName, options.DocumentId) = (request!.Query, request.OperationName, request.DocumentId);
            (options.Variables, options.Extensions) = (request.Variables, request.Extensions);
            options.RequestServices = context.RequestServices;
            options.CancellationToken = context.RequestAborted;
        });
        context.Response.ContentType = "application/graphql-response+json; charset=utf-8";
        context.Response.StatusCode = result.Executed ? 200 : 400;
        await serializer.WriteAsync(context.Response.Body, result, context.RequestAborted);
    }

    private static T Service<T>(HttpContext context)
        where T : notnull => context.RequestServices.GetRequiredService<T>();

    private sealed class QueryType : ObjectGraphType
    {
        public QueryType()
        {
            Name = "Query";
            Field<NonNullGraphType<StringGraphType>>("hello")
                .Argument<StringGraphType>("name")
                .Resolve(field => $"Hello {field.GetArgument<string>("name")}");
            Field<NonNullGraphType<BigIntGraphType>>("echoBig").Argument<NonNullGraphType<BigIntGraphType>>("value")
                .Resolve(field => field.GetArgument<BigInteger>("value"));
            Field<NonNullGraphType<LongGraphType>>("echoLong").Argument<NonNullGraphType<LongGraphType>>("value")
                .Resolve(field => field.GetArgument<long>("value"));
            Field<PartialType>("partial").Resolve(_ => "");
        }
    }

    private sealed class PartialType : ObjectGraphType
    {
        public PartialType()
        {
            Name = "Partial";
            Field<NonNullGraphType<StringGraphType>>("good").Resolve(_ => "yes");
            Field<StringGraphType>("bad").Resolve(_ => throw new ExecutionError("One field fails.") { Code = "ONE" });
        }
    }

    private sealed class MutationType : ObjectGraphType
    {
        public MutationType()
        {
            Name = "Mutation";
            Field<NonNullGraphType<MachineType>>("rename")
                .Argument<NonNullGraphType<IdGraphType>>("id").Argument<NonNullGraphType<StringGraphType>>("name")
                .Resolve(field => (field.GetArgument<string>("id"), field.GetArgument<string>("name")));
        }
    }

    private sealed class MachineType : ObjectGraphType<(string Id, string Name)>
    {
        public MachineType()
        {
            Name = "Machine";
            Field<NonNullGraphType<IdGraphType>>("id").Resolve(field => field.Source.Id);
            Field<NonNullGraphType<StringGraphType>>("name").Resolve(field => field.Source.Name);
        }
    }
}
