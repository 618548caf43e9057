namespace Lathe;

/// <summary>How the payload of <c>connection_init</c> holds the key.</summary>
public enum GraphQLConnectionKeyShape
{
    /// <summary><c>{"Authorization":"Bearer ..."}</c>, as most servers read it.</summary>
    Authorization,

    /// <summary><c>{"headers":{"Authorization":"Bearer ..."}}</c>, as Hasura reads it.</summary>
    Headers,

    /// <summary><c>{"headers":{"x-hasura-admin-secret":"..."}}</c>.</summary>
    HasuraAdminSecret,

    /// <summary>No payload: the socket has no key.</summary>
    None,
}
