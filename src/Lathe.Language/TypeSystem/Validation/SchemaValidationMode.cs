namespace Lathe.Language.TypeSystem.Validation;

/// <summary>Whose schema is validated.</summary>
internal enum SchemaValidationMode
{
    /// <summary>One's own: every breach of the specification is an error, as in the reference implementation.</summary>
    Strict,

    /// <summary>
    /// A server's, as a client gets it: directives that only the server knows are let pass, and faults that the client
    /// can live with, such as a field that is defined twice, are warnings.
    /// </summary>
    Client,
}
