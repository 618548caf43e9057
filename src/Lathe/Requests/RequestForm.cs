namespace Lathe.Requests;

/// <summary>How a request names its document.</summary>
internal enum RequestForm
{
    /// <summary>By its text.</summary>
    Text,

    /// <summary>By its hash alone, as an automatic persisted query.</summary>
    Hash,

    /// <summary>By text and hash, so that the server learns it.</summary>
    TextAndHash,

    /// <summary>By <c>documentId</c>, as a trusted document.</summary>
    DocumentId,
}
