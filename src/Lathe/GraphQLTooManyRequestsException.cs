using Lathe.Responses;

namespace Lathe;

/// <summary>The server let no more requests through (429). <see cref="GraphQLHttpException.RetryAfter"/> says how long to wait.</summary>
public sealed class GraphQLTooManyRequestsException : GraphQLHttpException
{
    internal GraphQLTooManyRequestsException(string message, HttpFailure failure)
        : base(message, failure)
    {
    }
}
