namespace Lathe.Generator.Emission;

/// <summary>Writes the client's methods that send any operation: by its variables, or by the operation itself where it has none.</summary>
internal static class ClientMethodsEmitter
{
    private const string Rest =
        "global::Lathe.GraphQLRequestOptions? options = null, global::System.Threading.CancellationToken cancellationToken = default)";
    private const string Sent = "global::System.Threading.Tasks.Task<global::Lathe.GraphQLResult<TData>> SendAsync<TData>";
    private const string Subscribed = "global::System.Collections.Generic.IAsyncEnumerable<global::Lathe.GraphQLResult<TData>> SubscribeAsync<TData>";
    private const string ByVariables = "(global::Lathe.IGraphQLVariables<TData> variables, ";
    private const string ByOperation = "(global::Lathe.GraphQLOperation<TData> operation, ";

    public static void EmitInterface(CodeWriter writer)
    {
        writer.Summary("Sends the query or mutation that the variables are of.").Line($"{Sent}{ByVariables}{Rest} where TData : class;").Line()
            .Summary("Sends a query or mutation without variables.").Line($"{Sent}{ByOperation}{Rest} where TData : class;").Line()
            .Summary("Gives the events of the subscription that the variables are of, or the result after each part of @defer and @stream.")
            .Line($"{Subscribed}{ByVariables}{Rest} where TData : class;").Line()
            .Summary("Gives the events of a subscription without variables, or the result after each part of @defer and @stream.")
            .Line($"{Subscribed}{ByOperation}{Rest} where TData : class;");
    }

    public static void EmitClass(CodeWriter writer)
    {
        const string Extensions = "global::Lathe.GraphQLTransportExtensions";
        writer.Line();
        Emit(Sent, ByVariables, $"{Extensions}.SendAsync(_transport, variables, options, cancellationToken)");
        Emit(Sent, ByOperation, "_transport.SendAsync(operation, null, options, cancellationToken)");
        Emit(Subscribed, ByVariables, $"{Extensions}.SubscribeAsync(_transport, variables, options, cancellationToken)");
        Emit(Subscribed, ByOperation, "_transport.SubscribeAsync(operation, null, options, cancellationToken)");

        void Emit(string method, string first, string body) =>
            writer.Line("/// <inheritdoc/>").Line($"public {method}{first}{Rest} where TData : class => {body};").Line();
    }
}
