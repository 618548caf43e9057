namespace Lathe;

/// <summary>
/// How the payload of <c>connection_init</c> holds the key. The member has the name of the client's header for it: <c>Authorization</c> with
/// <c>AddBearerToken</c>, another with <c>AddApiKey</c>.
/// </summary>
public enum GraphQLConnectionKeyShape
{
    /// <summary><c>{"Authorization":"Bearer ..."}</c>, as most servers read it.</summary>
    Payload,

    /// <summary><c>{"headers":{"Authorization":"Bearer ..."}}</c>, as Hasura reads it.</summary>
    Headers,

    /// <summary>No payload: the socket has no key.</summary>
    None,
}
