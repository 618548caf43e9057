namespace Lathe;

/// <summary>The kind of an operation (GraphQL specification, section 2.4).</summary>
public enum GraphQLOperationType
{
    /// <summary>A read.</summary>
    Query,

    /// <summary>A write, followed by a read.</summary>
    Mutation,

    /// <summary>A long-lived request.</summary>
    Subscription,
}
