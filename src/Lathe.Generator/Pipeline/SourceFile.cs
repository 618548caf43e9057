using Lathe.Generator.Configuration;
using Lathe.Language.Syntax;

namespace Lathe.Generator.Pipeline;

/// <summary>The gate at the door: a file with its text, equal by both. What is derived from the text is made once, when first asked for.</summary>
internal sealed class SourceFile : IEquatable<SourceFile>
{
    private readonly object _gate = new();
    private FileDefinitions? _definitions;

    public SourceFile(string path, string text)
    {
        Source = new SourceText(path, text);
        Kind = FileKinds.Of(path, text);
    }

    public SourceText Source { get; }

    public FileKind Kind { get; }

    public string Path => Source.Path;

    public FileDefinitions GetDefinitions(CancellationToken cancellationToken)
    {
        lock (_gate)
            return _definitions ??= FileDefinitions.Parse(Source, cancellationToken);
    }

    public bool Equals(SourceFile? other) =>
        ReferenceEquals(this, other)
        || (other is not null && string.Equals(Path, other.Path, StringComparison.Ordinal) && string.Equals(Source.Text, other.Source.Text, StringComparison.Ordinal));

    public override bool Equals(object? obj) => Equals(obj as SourceFile);

    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(Path);
}
