namespace Lathe.DependencyInjection;

/// <summary>Marks a named client as one of GraphQL: its answers may be compressed with zstd, and its mutations are sent once.</summary>
internal sealed record TransportRegistration(string Name);
