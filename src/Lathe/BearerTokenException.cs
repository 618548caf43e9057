namespace Lathe;

/// <summary>There is no usable key, or the key may not be sent where the request goes. The message never shows the key.</summary>
public sealed class BearerTokenException : GraphQLTransportException
{
    /// <summary>Makes the exception.</summary>
    /// <param name="message">What is wrong and what to set.</param>
    /// <param name="innerException">The cause, or null.</param>
    public BearerTokenException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
    }
}
