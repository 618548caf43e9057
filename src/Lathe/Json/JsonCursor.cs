namespace Lathe.Json;

/// <summary>Reads a response forward, without copying it. Used by generated code.</summary>
public ref struct JsonCursor
{
}
