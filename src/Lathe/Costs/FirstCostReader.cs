namespace Lathe.Costs;

/// <summary>Asks several readers, and takes what the first says.</summary>
internal sealed class FirstCostReader(params IGraphQLCostReader[] readers) : IGraphQLCostReader
{
    public GraphQLCostStatus? Read(GraphQLCostAnswer answer)
    {
        foreach (var reader in readers)
        {
            if (reader.Read(answer) is { } status)
                return status;
        }

        return null;
    }
}
