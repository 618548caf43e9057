namespace Lathe.Language.Syntax;

/// <summary>The words of the language for kinds of operation.</summary>
internal static class OperationKeyword
{
    public static string Of(OperationType type) => type switch
    {
        OperationType.Mutation => "mutation",
        OperationType.Subscription => "subscription",
        _ => "query",
    };
}
