using System.ComponentModel;
using System.Text.Json;

namespace Lathe.Json;

/// <summary>The variables of an operation. Those that were never set are not sent; a set null is.</summary>
/// <remarks>Generated code implements it explicitly, so that no variable's name can clash.</remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface IInputVariables : IGraphQLVariables, IGraphQLInput
{
    /// <inheritdoc/>
    void IGraphQLVariables.WriteTo(Utf8JsonWriter writer) => new InputWriter(writer).WriteValue(this);
}
