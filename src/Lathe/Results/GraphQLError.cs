namespace Lathe;

/// <summary>An error of a response (GraphQL specification, section 7.1.2).</summary>
/// <param name="Message">What went wrong, in the server's words.</param>
public sealed record GraphQLError(string Message);
