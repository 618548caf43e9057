namespace Lathe;

/// <summary>Reads what a server says of the points or requests that its caller has left.</summary>
/// <remarks><see cref="GraphQLCostReaders"/> has those of some APIs.</remarks>
public interface IGraphQLCostReader
{
    /// <summary>Reads an answer. What the server sends is not to be trusted: a number that makes no sense is none.</summary>
    /// <param name="answer">The answer.</param>
    /// <returns>The status; null when the answer says nothing of it.</returns>
    GraphQLCostStatus? Read(GraphQLCostAnswer answer);
}
