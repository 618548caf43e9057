using System.Text.Json;

namespace Lathe;

/// <summary>The variables of an operation. Generated code implements it.</summary>
public interface IGraphQLVariables
{
    /// <summary>Writes a JSON object that holds each variable that was set.</summary>
    /// <param name="writer">Where to write.</param>
    void WriteTo(Utf8JsonWriter writer);
}

/// <summary>The variables of one operation, which they know. Generated code implements it.</summary>
/// <typeparam name="TData">The type of the response's <c>data</c>.</typeparam>
public interface IGraphQLVariables<TData> : IGraphQLVariables
    where TData : class
{
    /// <summary>Gets the operation whose variables they are.</summary>
    GraphQLOperation<TData> Operation { get; }
}
