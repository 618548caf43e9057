namespace Lathe.Json;

/// <summary>Reads one JSON value that is not null.</summary>
/// <typeparam name="T">The type of the value.</typeparam>
/// <param name="json">A cursor before the value; after the call it is behind it.</param>
/// <returns>The value.</returns>
public delegate T JsonRead<T>(ref JsonCursor json);
