namespace Lathe.Language.Errors;

/// <summary>A fault found in a document or a schema: data, until the generator or the tool reports it.</summary>
internal sealed class LanguageError
{
    /// <summary>Makes an error.</summary>
    /// <param name="descriptor">The rule that was broken.</param>
    /// <param name="message">What is wrong, where, and the next step; one line.</param>
    /// <param name="locations">The places, the primary one first; empty when the fault has no place.</param>
    public LanguageError(ErrorDescriptor descriptor, string message, IReadOnlyList<SourceLocation> locations)
    {
        Descriptor = descriptor;
        Message = message;
        Locations = locations;
    }

    /// <summary>Gets the rule that was broken.</summary>
    public ErrorDescriptor Descriptor { get; }

    /// <summary>Gets what is wrong, where, and the next step; one line.</summary>
    public string Message { get; }

    /// <summary>Gets the places, the primary one first; empty when the fault has no place.</summary>
    public IReadOnlyList<SourceLocation> Locations { get; }

    /// <summary>Shows the error as <c>path(line,column): error id: message</c>, the form that MSBuild and editors read.</summary>
    /// <returns>One line.</returns>
    public override string ToString()
    {
        var severity = Descriptor.Severity.ToString().ToLowerInvariant();
        if (Locations.Count == 0)
            return $"{severity} {Descriptor.Id}: {Message}";
        var position = Locations[0].Position;
        return $"{Locations[0].Source.Path}({position.Line},{position.Column}): {severity} {Descriptor.Id}: {Message}";
    }
}
