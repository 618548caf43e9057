using Lathe.Json;
using Lathe.Paging;

namespace Lathe.Tests.Paging;

/// <summary>A connection of parts and what generated code makes for it, by hand.</summary>
internal sealed record PartList(ResultList<Part?>? Parts, bool? HasMore = false, string? End = null)
{
    public static GraphQLOperation<PartList> Operation { get; } =
        new("Parts", GraphQLOperationType.Query, "00", "{"u8.ToArray(), static (ref JsonCursor _) => throw new InvalidOperationException());

    public static Pager<PartList, PartVariables, Part, string?> Connection { get; } = new(
        static (data, _) => data.Parts is null && data.HasMore is not null ? default : new(data.Parts, data.HasMore, data.End),
        static (sent, moves, cursor) => moves ? sent.After = cursor : sent.After);

    public static Pager<PartList, PartVariables, Part, int?> Offset { get; } = new(
        static (data, sent) => Pages.AtOffset(data.Parts, sent.Offset),
        static (sent, moves, cursor) => moves ? sent.Offset = cursor : sent.Offset);

    public static Pager<PartList, PartVariables, Part, int?> Keys { get; } = new(
        static (data, _) => Pages.BehindKey<Part, int?>(data.Parts, static part => part.Ref),
        static (sent, moves, cursor) => moves ? sent.Offset = cursor : sent.Offset);

    public static PartList Of(int from, int count) => new([.. Enumerable.Range(from, count).Select(static i => new Part(i))]);
}

internal sealed record Part(int? Ref);

internal sealed class PartVariables : InputObject, IInputVariables<PartList>
{
    public string? After { get; set; }

    public int? Offset { get; set; }

    public string? Name { get; set; }

    GraphQLOperation<PartList> IGraphQLVariables<PartList>.Operation => PartList.Operation;

    protected override void WriteMembers(InputWriter json)
    {
        if (After is not null)
            json.WriteString("after"u8, After);
        if (Offset is not null)
            json.WriteInt32("offset"u8, Offset);
        if (Name is not null)
            json.WriteString("name"u8, Name);
    }
}

/// <summary>Answers each call by a function of its variables and its number, from 1.</summary>
internal sealed class PartServer(Func<PartVariables, int, GraphQLResult<PartList>> answer) : IGraphQLTransport
{
    public List<PartVariables> Calls { get; } = [];

    public GraphQLRequestOptions? LastOptions { get; private set; }

    public CancellationToken LastToken { get; private set; }

    /// <summary>Gets or sets what a call waits for.</summary>
    public Func<int, CancellationToken, Task>? Delay { get; set; }

    public static PartServer Of(Func<PartVariables, int, PartList> answer) => new((sent, call) => new(answer(sent, call)));

    public async Task<GraphQLResult<TData>> SendAsync<TData>(
        GraphQLOperation<TData> operation, IGraphQLVariables? variables, GraphQLRequestOptions? options, CancellationToken cancellationToken)
        where TData : class
    {
        Calls.Add((PartVariables)variables!);
        (LastOptions, LastToken) = (options, cancellationToken);
        var call = Calls.Count;
        if (Delay is not null)
            await Delay(call, cancellationToken);
        cancellationToken.ThrowIfCancellationRequested();
        return (GraphQLResult<TData>)(object)answer((PartVariables)variables!, call);
    }

    public IAsyncEnumerable<GraphQLResult<TData>> SubscribeAsync<TData>(
        GraphQLOperation<TData> operation, IGraphQLVariables? variables, GraphQLRequestOptions? options, CancellationToken cancellationToken)
        where TData : class => throw new NotSupportedException();
}
