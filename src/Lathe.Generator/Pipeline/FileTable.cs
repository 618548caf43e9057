using System.Collections.Immutable;
using Lathe.Generator.Configuration;
using Lathe.Generator.Diagnostics;
using Lathe.Language.Collections;
using Lathe.Language.Configuration;

namespace Lathe.Generator.Pipeline;

/// <summary>All files by path. The first counts where a project lists a file twice.</summary>
internal sealed class FileTable
{
    private readonly Dictionary<string, SourceFile> _byPath;
    private readonly List<SourceFile> _repeated = [];

    private FileTable(ImmutableArray<SourceFile> files)
    {
        _byPath = new Dictionary<string, SourceFile>(files.Length, StringComparer.Ordinal);
        foreach (var file in files)
        {
            if (!_byPath.TryGetValue(file.Path, out var first))
                _byPath.Add(file.Path, file);
            else if (!ReferenceEquals(first, file))
                _repeated.Add(file);
        }
    }

    public static FileTable Create(ImmutableArray<SourceFile> files, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return new FileTable(files);
    }

    /// <summary>Gets the files whose path another one has that comes before them.</summary>
    public IReadOnlyCollection<SourceFile> Repeated => _repeated;

    public SourceFile? Find(string path) => _byPath.TryGetValue(path, out var file) ? file : null;

    public IEnumerable<SourceFile> OfKind(FileKind kind) => _byPath.Values.Where(file => file.Kind == kind);

    /// <summary>Leaves the texts of documents and schemas out: editing them plans nothing anew.</summary>
    public static PlanInput ForPlanning(FileTable files, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var all = files._byPath.Values;
        return new PlanInput(
            EquatableList.Create(all.Select(file => new PlannedFile(file.Path, file.Kind))),
            EquatableList.Create(all.Where(file => file.Kind == FileKind.Configuration)));
    }

    /// <summary>Gets why files could not be read.</summary>
    public static EquatableList<ErrorReport> Faults(FileTable files, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var faults = files._byPath.Values.Select(file => file.Fault).OfType<ErrorReport>().ToArray();
        return faults.Length == 0 ? EquatableList.Empty<ErrorReport>() : EquatableList.Create(faults);
    }
}
