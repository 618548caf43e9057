using Microsoft.Extensions.Options;

namespace Lathe.Batching;

internal sealed class GraphQLBatchingOptionsValidator : IValidateOptions<GraphQLBatchingOptions>
{
    public ValidateOptionsResult Validate(string? name, GraphQLBatchingOptions options)
    {
        if (options.Window <= TimeSpan.Zero || options.Window > TimeSpan.FromSeconds(10))
            return ValidateOptionsResult.Fail($"Batching of client '{name}': Window must be positive, and 10 seconds at most.");
        return options.MaxOperations is < 2 or > 1000
            ? ValidateOptionsResult.Fail($"Batching of client '{name}': MaxOperations must be from 2 to 1,000.")
            : ValidateOptionsResult.Success;
    }
}
