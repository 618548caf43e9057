namespace Lathe.Testing;

/// <summary>A file that a test server got.</summary>
/// <param name="Name">Its name; empty without one.</param>
/// <param name="ContentType">Its media type; empty without one.</param>
/// <param name="Content">Its bytes.</param>
public sealed record ServerFile(string Name, string ContentType, ReadOnlyMemory<byte> Content);
