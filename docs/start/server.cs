#:sdk Microsoft.NET.Sdk.Web
#:package GraphQL@8.8.5
#:package GraphQL.MicrosoftDI@8.8.5
#:package GraphQL.SystemTextJson@8.8.5
#:property PublishAot=false

// A small GraphQL server to practise on: `dotnet run server.cs`. It keeps everything in memory.
using System.Runtime.CompilerServices;
using System.Threading.Channels;
using GraphQL;
using GraphQL.Transport;
using GraphQL.Types;

var builder = WebApplication.CreateBuilder(args);
builder.Logging.SetMinimumLevel(LogLevel.Warning);
builder.Services.AddGraphQL(graphQL => graphQL
    .AddSystemTextJson()
    .AddAutoSchema<Query>(schema => schema.WithMutation<Mutation>().WithSubscription<Subscription>()));
var app = builder.Build();
app.MapPost("/graphql", AnswerAsync);
await app.StartAsync();
Console.WriteLine($"GraphQL at {app.Urls.First()}/graphql, its key is: demo");
await app.WaitForShutdownAsync();

static async Task AnswerAsync(HttpContext http, IDocumentExecuter executer, ISchema schema, IGraphQLTextSerializer serializer)
{
    if (http.Request.Headers.Authorization != "Bearer demo")
    {
        http.Response.StatusCode = StatusCodes.Status401Unauthorized;
        return;
    }

    var request = await serializer.ReadAsync<GraphQLRequest>(http.Request.Body, http.RequestAborted);
    var result = await executer.ExecuteAsync(options =>
    {
        (options.Schema, options.Query, options.OperationName) = (schema, request!.Query, request.OperationName);
        (options.Variables, options.CancellationToken) = (request.Variables, http.RequestAborted);
    });
    if (result.Streams is { } streams)
    {
        // A subscription: an event for each result, until the client leaves.
        http.Response.ContentType = "text/event-stream";
        var events = Channel.CreateUnbounded<ExecutionResult>();
        using var subscription = streams.Values.Single().Subscribe(new Events(events.Writer));
        await foreach (var next in events.Reader.ReadAllAsync(http.RequestAborted))
        {
            await http.Response.WriteAsync($"event: next\ndata: {serializer.Serialize(next)}\n\n", http.RequestAborted);
            await http.Response.Body.FlushAsync(http.RequestAborted);
        }

        return;
    }

    http.Response.ContentType = "application/json";
    await serializer.WriteAsync(http.Response.Body, result, http.RequestAborted);
}

public enum State { Running, Idle, Down }

public sealed class Machine
{
    [Id]
    public required string Id { get; init; }
    public required string Name { get; set; }
    public State State { get; set; }
    public double Speed { get; set; }
}

public static class Shop
{
    public static readonly Machine[] Machines =
    [
        new() { Id = "1", Name = "Lathe 1", State = State.Running, Speed = 1200 },
        new() { Id = "2", Name = "Mill 1", State = State.Down },
        new() { Id = "3", Name = "Press 1", State = State.Idle },
    ];
}

public sealed class Query
{
    public static IEnumerable<Machine> Machines(State? state, int? limit) =>
        Shop.Machines.Where(machine => state is null || machine.State == state).Take(limit ?? 100);

    public static Machine? Machine([Id] string id) => Shop.Machines.FirstOrDefault(machine => machine.Id == id);
}

public sealed class Mutation
{
    public static Machine RenameMachine([Id] string id, string name)
    {
        var machine = Query.Machine(id) ?? throw new ExecutionError($"There is no machine {id}.");
        machine.Name = name;
        return machine;
    }
}

public sealed class Subscription
{
    /// <summary>Each second another machine changes its state.</summary>
    public static async IAsyncEnumerable<Machine> MachineChanged([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        for (var i = 0; ; i++)
        {
            await Task.Delay(TimeSpan.FromSeconds(1), cancellationToken);
            var machine = Shop.Machines[i % Shop.Machines.Length];
            machine.State = (State)(((int)machine.State + 1) % 3);
            yield return machine;
        }
    }
}

public sealed class Events(ChannelWriter<ExecutionResult> writer) : IObserver<ExecutionResult>
{
    public void OnNext(ExecutionResult value) => writer.TryWrite(value);

    public void OnError(Exception error) => writer.TryComplete(error);

    public void OnCompleted() => writer.TryComplete();
}
