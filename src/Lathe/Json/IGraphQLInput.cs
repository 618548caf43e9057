using System.ComponentModel;

namespace Lathe.Json;

/// <summary>What generated input objects do to be written.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface IGraphQLInput
{
    /// <summary>Writes each member that was set.</summary>
    /// <param name="json">A writer within the object.</param>
    void WriteMembers(InputWriter json);
}
