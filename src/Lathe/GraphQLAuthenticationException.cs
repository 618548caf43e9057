using Lathe.Responses;

namespace Lathe;

/// <summary>The server rejected the key, or there was none (401).</summary>
public sealed class GraphQLAuthenticationException : GraphQLHttpException
{
    internal GraphQLAuthenticationException(string message, HttpFailure failure)
        : base(message, failure)
    {
    }
}
