namespace Lathe.Requests;

/// <summary>The texts of <c>onError</c>.</summary>
internal static class ErrorBehaviors
{
    public static string Text(GraphQLErrorBehavior behavior) => behavior switch
    {
        GraphQLErrorBehavior.Null => "NULL",
        GraphQLErrorBehavior.Halt => "HALT",
        _ => "PROPAGATE",
    };
}
