using System.Text.Json;

namespace Lathe.Testing;

/// <summary>A request that a scripted transport got.</summary>
/// <param name="OperationName">The operation's name.</param>
/// <param name="OperationType">The kind of operation.</param>
/// <param name="Variables">What would have been sent as <c>variables</c>; an empty object when nothing was set.</param>
/// <param name="Options">The settings of this call alone, or null.</param>
public sealed record RecordedRequest(string OperationName, GraphQLOperationType OperationType, JsonElement Variables, GraphQLRequestOptions? Options)
{
    /// <summary>Gets one variable.</summary>
    /// <param name="name">Its name, without <c>$</c>.</param>
    /// <returns>Its value as JSON; null when it was not sent. An explicit null is an element of kind <see cref="JsonValueKind.Null"/>.</returns>
    public JsonElement? Variable(string name) => Variables.TryGetProperty(name, out var value) ? value : null;

    /// <summary>Gets the variables as the type that the generated code gives them.</summary>
    /// <typeparam name="TVariables">The operation's <c>Variables</c>.</typeparam>
    /// <returns>The very object that was sent: it shows later changes, too.</returns>
    /// <exception cref="InvalidOperationException">The request had other variables, or none.</exception>
    public TVariables VariablesAs<TVariables>()
        where TVariables : class, IGraphQLVariables =>
        Sent as TVariables ?? throw new InvalidOperationException(
            $"{OperationName} was sent with {Sent?.GetType().FullName ?? "no variables"}, not with {typeof(TVariables).FullName}.");

    /// <summary>Gets what was sent, or null.</summary>
    internal IGraphQLVariables? Sent { get; init; }

    /// <summary>Gets whether a scripted answer was there for it that no request had got before.</summary>
    internal bool IsExpected { get; set; }
}
