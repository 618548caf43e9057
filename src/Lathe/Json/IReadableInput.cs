using System.ComponentModel;

namespace Lathe.Json;

/// <summary>What inputs do to be read back from JSON, where the configuration asks for it.</summary>
/// <typeparam name="TSelf">The input.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface IReadableInput<TSelf> : IGraphQLInput
    where TSelf : class, IReadableInput<TSelf>
{
    /// <summary>Reads an input as <see cref="IGraphQLInput.WriteMembers"/> writes it.</summary>
    /// <param name="json">A cursor before the object; after the call it is behind it.</param>
    /// <returns>The input.</returns>
    /// <exception cref="GraphQLReadException">The JSON is no such input.</exception>
    static abstract TSelf Read(ref JsonCursor json);
}
