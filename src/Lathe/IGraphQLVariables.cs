using System.Text.Json;

namespace Lathe;

/// <summary>The variables of an operation. Generated code implements it.</summary>
public interface IGraphQLVariables
{
    /// <summary>Writes a JSON object that holds each variable that was set.</summary>
    /// <param name="writer">Where to write.</param>
    void WriteTo(Utf8JsonWriter writer);
}
