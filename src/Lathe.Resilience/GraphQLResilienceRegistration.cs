namespace Lathe.Resilience;

/// <summary>Marks a named client as one that sends again, and has the options of the last call that turned it on.</summary>
internal sealed class GraphQLResilienceRegistration(string? name, GraphQLResilienceOptions options)
{
    public string? Name { get; } = name;

    public GraphQLResilienceOptions Options { get; set; } = options;
}
