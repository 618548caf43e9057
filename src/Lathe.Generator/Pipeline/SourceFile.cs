using Lathe.Generator.Diagnostics;
using Lathe.Language.Collections;
using Lathe.Language.Configuration;
using Lathe.Language.Text;

namespace Lathe.Generator.Pipeline;

/// <summary>The gate at the door: a file with its text, equal by both. What is derived from the text is made once, when first asked for.</summary>
internal sealed class SourceFile : IEquatable<SourceFile>
{
    private readonly object _gate = new();
    private readonly int _hash;
    private FileDefinitions? _definitions;
    private EquatableList<ErrorReport>? _errors;

    public SourceFile(string path, string text, ErrorReport? fault = null)
    {
        Source = new SourceText(path, text);
        Kind = FileKinds.Of(path, text);
        Fault = fault;
        _hash = StringComparer.Ordinal.GetHashCode(path);
    }

    public SourceText Source { get; }

    public FileKind Kind { get; }

    /// <summary>Gets why the file could not be read, or null.</summary>
    public ErrorReport? Fault { get; }

    public string Path => Source.Path;

    public FileDefinitions GetDefinitions(CancellationToken cancellationToken)
    {
        if (_definitions is { } known)
            return known;
        lock (_gate)
            return _definitions ??= FileDefinitions.Parse(Source, cancellationToken);
    }

    /// <summary>Gets what is wrong with the file as a document by itself.</summary>
    public EquatableList<ErrorReport> GetErrors(CancellationToken cancellationToken) => _errors ??= FileErrors.Of(this, cancellationToken);

    public bool Equals(SourceFile? other) =>
        ReferenceEquals(this, other)
        || (other is not null && string.Equals(Path, other.Path, StringComparison.Ordinal)
            && string.Equals(Source.Text, other.Source.Text, StringComparison.Ordinal) && Equals(Fault, other.Fault));

    public override bool Equals(object? obj) => Equals(obj as SourceFile);

    public override int GetHashCode() => _hash;
}
