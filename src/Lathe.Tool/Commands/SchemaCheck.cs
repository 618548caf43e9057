using Lathe.Language.Configuration;
using Lathe.Language.Syntax;
using Lathe.Tool.Download;
using Lathe.Tool.Drift;
using Lathe.Tool.Files;
using Lathe.Tool.Hosting;

namespace Lathe.Tool.Commands;

/// <summary>What the committed schema is compared with, and whether it is replaced.</summary>
/// <param name="Against">A schema file; null for another source.</param>
/// <param name="BaseBranch">The branch whose schema the committed one is compared to; null for another source.</param>
/// <param name="Accept">Whether the committed schema is replaced by the new one.</param>
internal sealed record SchemaCheckOptions(string? Against, string? BaseBranch, bool Accept)
{
    public bool NeedsServer => Against is null && BaseBranch is null;

    public void Refuse()
    {
        if (BaseBranch is not null && (Against is not null || Accept))
            throw new ToolException("--base-branch compares what is committed: give no --against and no --accept with it.");
    }
}

/// <summary>Checks projects one after the other; a server is asked once.</summary>
/// <param name="options">What is compared.</param>
/// <param name="host">Where files and messages are.</param>
/// <param name="connect">Makes the connection to a project's server.</param>
internal sealed class SchemaCheck(SchemaCheckOptions options, ToolHost host, Func<ClientConfig, Connection> connect)
{
    private readonly List<DriftReport> _reports = [];
    private readonly List<Action> _writes = [];
    private readonly Dictionary<string, CurrentSchema> _asked = new(StringComparer.Ordinal);

    /// <summary>Checks a project.</summary>
    public async Task AddAsync(ConfiguredProject project, DriftRules rules, CancellationToken cancellationToken)
    {
        var current = options.BaseBranch is null ? await CurrentAsync(project, cancellationToken).ConfigureAwait(false) : null;
        var sources = ProjectTexts.ReadValid(project, host);
        var committed = new NamedSchema(sources.Schema[0].Path, SchemaFiles.Index(sources.Schema, sources.Schema[0].Path, cancellationToken));
        if (current is null)
        {
            await CompareWithBaseAsync(options.BaseBranch!, sources, committed, rules, cancellationToken).ConfigureAwait(false);
            return;
        }

        var completed = current.CompletedBy(committed.Schema, host, cancellationToken);
        Compare(committed, new NamedSchema(completed.Name, completed.Schema), sources, rules with { Untold = completed.Untold }, cancellationToken);
        if (options.Accept)
            _writes.Add(Acceptance(project, completed, cancellationToken));
    }

    /// <summary>Joins what was found.</summary>
    public DriftReport Join() => DriftReport.Join(_reports, isToAccept: options is { Accept: false, BaseBranch: null });

    /// <summary>Replaces the committed schemas, where that was asked for.</summary>
    public void Accept() => _writes.ForEach(write => write());

    private async Task CompareWithBaseAsync(
        string branch, ProjectSources sources, NamedSchema committed, DriftRules rules, CancellationToken cancellationToken)
    {
        var folder = Path.GetDirectoryName(sources.Project!.Location.Source.Path)!;
        var mergeBase = await MergeBase.FindAsync(branch, folder, cancellationToken).ConfigureAwait(false);
        var texts = await mergeBase.ReadAsync(sources.Project, cancellationToken).ConfigureAwait(false);
        if (texts.Count == 0)
            await host.Error.WriteLineAsync($"note: the schema of project '{sources.Name}' is new since {branch}: nothing is compared.")
                .ConfigureAwait(false);
        var old = texts.Count == 0 ? committed : new NamedSchema(texts[0].Path, SchemaFiles.Index(texts, texts[0].Path, cancellationToken));
        Compare(old, committed, sources, rules, cancellationToken);
    }

    private void Compare(NamedSchema old, NamedSchema @new, ProjectSources sources, DriftRules rules, CancellationToken cancellationToken)
    {
        var documents = new Dictionary<string, IReadOnlyList<DocumentSyntax>>(StringComparer.Ordinal)
        {
            [sources.Name] = ParsedDocuments.Parse(sources.Documents, sources.AllowsFragmentArguments, cancellationToken),
        };
        _reports.Add(SchemaDrift.Find(old, @new, documents, rules, cancellationToken));
    }

    private async Task<CurrentSchema> CurrentAsync(ConfiguredProject project, CancellationToken cancellationToken)
    {
        var source = options.Against ?? project.Config.Endpoint ?? string.Empty;
        if (!_asked.TryGetValue(source, out var current))
        {
            current = options.Against is { } path
                ? CurrentSchema.FromFile(path, host, cancellationToken)
                : await CurrentSchema.FromServerAsync(connect(project.Config), host, cancellationToken).ConfigureAwait(false);
            _asked.Add(source, current);
        }

        return current;
    }

    private static Action Acceptance(ConfiguredProject project, CurrentSchema current, CancellationToken cancellationToken)
    {
        var files = ProjectTexts.SelectFiles(project).Schema;
        if (files.Count != 1)
            throw new ToolException($"--accept replaces one schema file; project '{project.Config.ProjectName}' has {files.Count}.");
        var text = current.Write(files[0], cancellationToken);
        return () => TextFiles.WriteAtomically(files[0], text);
    }
}
