namespace Lathe.Uploads;

/// <summary>
/// Files among the variables of a request, each with the byte at which null was written for it. Only what writes a file names the code behind this,
/// so a program without files does not link it.
/// </summary>
internal interface INotedFiles
{
    /// <summary>Notes a file.</summary>
    void Add(GraphQLFile file, long at);

    /// <summary>Tells whether the same files were noted, at the same places.</summary>
    bool AreSame(INotedFiles other);

    /// <summary>Finds where the files stand.</summary>
    /// <param name="variables">The variables as written.</param>
    IPlacedFiles Place(ReadOnlySpan<byte> variables);
}

/// <summary>Files of a request, each with its places in the variables.</summary>
internal interface IPlacedFiles
{
    /// <summary>Makes a body of the request and its files; nothing is read before it is sent.</summary>
    /// <param name="operations">The request as JSON.</param>
    HttpContent Join(HttpContent operations);
}
