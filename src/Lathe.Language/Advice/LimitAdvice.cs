using Lathe.Language.Configuration;
using Lathe.Language.Errors;
using Lathe.Language.Syntax;
using Lathe.Language.Text;

namespace Lathe.Language.Advice;

/// <summary>Warns of operations over the limits that the API is configured to have.</summary>
internal static class LimitAdvice
{
    /// <summary>More nodes than the API allows.</summary>
    public static readonly ErrorDescriptor TooManyNodes =
        new("GQL2010", "TooManyNodes", "An operation selects more nodes than the API allows", ErrorSeverity.Warning);

    /// <summary>Deeper than the API allows.</summary>
    public static readonly ErrorDescriptor TooDeep =
        new("GQL2011", "TooDeep", "An operation nests deeper than the API allows", ErrorSeverity.Warning);

    /// <summary>Checks an operation.</summary>
    /// <param name="operation">The operation.</param>
    /// <param name="findFragment">Finds a fragment by name.</param>
    /// <param name="limits">The bounds.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>The advice; empty within the bounds.</returns>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public static IReadOnlyList<LanguageError> Check(
        OperationDefinitionSyntax operation,
        Func<string, FragmentDefinitionSyntax?> findFragment,
        OperationLimits limits,
        CancellationToken cancellationToken = default)
    {
        if (limits.MaxNodes is null && limits.MaxDepth is null)
            return [];
        var size = OperationSize.Measure(operation, findFragment, cancellationToken);
        SourceLocation place = new(operation.Source, operation.Name?.Span ?? new SourceSpan(operation.Span.Start, 1));
        var name = operation.Name is { } known ? $"'{known.Value}'" : "This operation";
        var result = new List<LanguageError>();
        if (size.Nodes > limits.MaxNodes)
            result.Add(
                new LanguageError(
                    TooManyNodes,
                    $"{name} selects {size.Nodes} nodes; this API denies more than {limits.MaxNodes}. Split it into several operations.",
                    [place]));
        if (size.Depth > limits.MaxDepth)
            result.Add(
                new LanguageError(
                    TooDeep,
                    $"{name} nests {size.Depth} levels deep; this API denies more than {limits.MaxDepth}. "
                        + "Start from a root field nearer to the innermost selection.",
                    [place]));
        return result;
    }
}
