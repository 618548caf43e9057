using System.ComponentModel;
using System.Text.Json;

namespace Lathe.Json;

/// <summary>The variables of an operation. A variable that was never set is not sent. One that was set to null is sent as null.</summary>
/// <typeparam name="TData">The type of the response's <c>data</c>.</typeparam>
/// <remarks>Generated code implements it explicitly, so that no variable's name can clash.</remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface IInputVariables<TData> : IGraphQLVariables<TData>, IGraphQLInput
    where TData : class
{
    /// <inheritdoc/>
    void IGraphQLVariables.WriteTo(Utf8JsonWriter writer) => new InputWriter(writer).WriteValue(this);
}
