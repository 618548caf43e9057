namespace Lathe.Language.TypeSystem.Validation;

/// <summary>How grave a fault of a server's schema is for its clients.</summary>
internal enum ClientView
{
    /// <summary>A client can live with it.</summary>
    Warning,

    /// <summary>A client cannot be made.</summary>
    Error,

    /// <summary>No business of a client: what the server's own directives mean, and how they are applied.</summary>
    Ignored,
}
