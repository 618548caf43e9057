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
    private FileDefinitions? _extended;
    private EquatableList<ErrorReport>? _errors;
    private EquatableList<ErrorReport>? _extendedErrors;

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

    /// <summary>Gets what the file defines to a client.</summary>
    public FileDefinitions GetDefinitions(ClientConfig config, CancellationToken cancellationToken)
    {
        var known = _definitions ?? GetDefinitions(cancellationToken);
        return config.AllowsFragmentArguments && known.HasFragmentArguments ? GetExtended(cancellationToken) : known;
    }

    /// <summary>Gets what is wrong with the file as a document of a client by itself.</summary>
    public EquatableList<ErrorReport> GetErrors(ClientConfig config, CancellationToken cancellationToken)
    {
        var definitions = GetDefinitions(config, cancellationToken);
        return ReferenceEquals(definitions, _extended)
            ? _extendedErrors ??= FileErrors.Of(this, definitions)
            : _errors ??= FileErrors.Of(this, definitions);
    }

    private FileDefinitions GetDefinitions(CancellationToken cancellationToken)
    {
        lock (_gate)
            return _definitions ??= FileDefinitions.Parse(Source, allowsFragmentArguments: false, cancellationToken);
    }

    private FileDefinitions GetExtended(CancellationToken cancellationToken)
    {
        lock (_gate)
            return _extended ??= FileDefinitions.Parse(Source, allowsFragmentArguments: true, cancellationToken);
    }

    public bool Equals(SourceFile? other) =>
        ReferenceEquals(this, other)
        || (other is not null && string.Equals(Path, other.Path, StringComparison.Ordinal)
            && string.Equals(Source.Text, other.Source.Text, StringComparison.Ordinal) && Equals(Fault, other.Fault));

    public override bool Equals(object? obj) => Equals(obj as SourceFile);

    public override int GetHashCode() => _hash;
}
