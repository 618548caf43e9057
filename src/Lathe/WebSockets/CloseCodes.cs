namespace Lathe.WebSockets;

/// <summary>What each close code means for subscriptions (RFC 6455, section 7.4; the protocol of graphql-ws).</summary>
internal static class CloseCodes
{
    public const int Normal = 1000;
    public const int BadRequest = 4400;
    public const int Unauthorized = 4401;
    public const int Forbidden = 4403;
    public const int SubprotocolNotAcceptable = 4406;

    /// <summary>Returns whether another socket would end like this one: what is sent, or the software, would have to change.</summary>
    /// <remarks>
    /// 1001, 1006, 1011, 1012, 1013 and 4499 are said by servers that restart, are overloaded or failed once; 4408 and 4504 by slow ones.
    /// All other codes of the protocol name a fault that a repetition has too.
    /// </remarks>
    public static bool IsFatal(int code) => code is
        1002 or 1003 or 1007 or 1008 or 1009 or 1010
        or BadRequest or 4004 or 4005 or SubprotocolNotAcceptable or 4409 or 4429 or 4500;

    /// <summary>Returns whether the code, or the reason that comes with it, rejects the key.</summary>
    public static bool RejectsKey(int? code, string reason, ISet<string> expiredTokenCodes)
    {
        if (code is Unauthorized or Forbidden)
            return true;
        if (code is not (BadRequest or 4500 or 1008 or 1011))
            return false;
        foreach (var expired in expiredTokenCodes)
        {
            if (reason.Contains(expired, StringComparison.OrdinalIgnoreCase))
                return true;
        }

        // Hasura's words.
        return reason.Contains("JWTExpired", StringComparison.Ordinal);
    }

    public static string Advice(int? code) => code switch
    {
        BadRequest or 4004 or 4005 => "Client and server do not agree on the protocol graphql-transport-ws.",
        SubprotocolNotAcceptable or 1002 =>
            "The server speaks another protocol than graphql-transport-ws. If it is the older 'graphql-ws' (subscriptions-transport-ws), "
            + "upgrade the server to graphql-transport-ws, or use GraphQLSubscriptionMode.ServerSentEvents.",
        4409 => "The server says that an id is in use, though ids are never used twice.",
        4429 => "The server says that the connection was opened twice.",
        1009 => "A message is larger than the server takes.",
        4500 or 1011 => "The server failed: see its log.",
        _ => "Subscribe again.",
    };
}
