using System.Collections.Immutable;
using Lathe.Generator.Configuration;
using Lathe.Generator.Diagnostics;
using Lathe.Language.Collections;
using Lathe.Language.Configuration;

namespace Lathe.Generator.Pipeline;

/// <summary>All files in the order of the project. Made anew by each edit: plans say where in it a file is, so that none is looked up.</summary>
internal sealed class FileTable
{
    private readonly ImmutableArray<SourceFile> _files;

    private FileTable(ImmutableArray<SourceFile> files) => _files = files;

    public static FileTable Create(ImmutableArray<SourceFile> files, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return new FileTable(files);
    }

    public SourceFile[] All(EquatableList<PlannedFile> wanted)
    {
        var found = new SourceFile[wanted.Count];
        for (var i = 0; i < found.Length; i++)
            found[i] = _files[wanted[i].Index];
        return found;
    }

    public IEnumerable<SourceFile> OfKind(FileKind kind) => _files.Where(file => file.Kind == kind);

    /// <summary>Leaves the texts of documents and schemas out: editing them plans nothing anew.</summary>
    public static PlanInput ForPlanning(FileTable table, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return new PlanInput(
            EquatableList.Create(table._files.Select((file, index) => new PlannedFile(file.Path, file.Kind, index))),
            EquatableList.Create(table.OfKind(FileKind.Configuration)));
    }

    /// <summary>Gets why files could not be read.</summary>
    public static EquatableList<ErrorReport> Faults(FileTable table, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        List<ErrorReport>? faults = null;
        foreach (var file in table._files)
        {
            if (file.Fault is { } fault)
                (faults ??= []).Add(fault);
        }

        return faults is null ? EquatableList.Empty<ErrorReport>() : EquatableList.Create(faults);
    }
}
