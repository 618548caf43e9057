using Lathe.Language.Changes;
using Lathe.Language.Changes.Comparison;
using Lathe.Language.Changes.Impact;
using Lathe.Language.Syntax;
using Lathe.Language.TypeSystem;

namespace Lathe.Tool.Drift;

/// <summary>A change with what it means for the project.</summary>
/// <param name="Impact">The change and the places that it touches.</param>
/// <param name="Ignored">The entry of the ignore file that covers it, or null.</param>
/// <param name="Project">The project of the configuration.</param>
/// <param name="HasDocuments">Whether the project has an operation or fragment: without one nobody can say who is hit.</param>
internal sealed record Drifted(ChangeImpact Impact, IgnoreEntry? Ignored, string Project, bool HasDocuments)
{
    public SchemaChange Change => Impact.Change;

    /// <summary>Gets a value indicating whether a place is touched for certain.</summary>
    public bool IsCertain => Impact.Affected.Any(use => use.IsCertain);

    public bool IsBreaking => Change.Criticality == ChangeCriticality.Breaking;
}

/// <summary>How a drift is judged.</summary>
/// <param name="Strict">Whether breaking changes that touch nothing fail.</param>
/// <param name="Ignore">What is known and let pass.</param>
/// <param name="CertainOnly">Whether breaking changes pass that hit operations only through the value of a variable.</param>
/// <param name="Untold">Codes of changes that cannot be told, as one side does not say; null for none.</param>
internal sealed record DriftRules(bool Strict, IgnoreFile Ignore, bool CertainOnly = false, IReadOnlySet<string>? Untold = null)
{
    /// <summary>Gets a value indicating whether the schemas are parts of one: they may name types that they do not define.</summary>
    public bool IsPartial { get; init; }
}

/// <summary>A schema and where it comes from.</summary>
internal sealed record NamedSchema(string Name, Schema Schema);

/// <summary>Compares two schemas and looks every change up in the documents of the projects.</summary>
internal static class SchemaDrift
{
    /// <param name="old">The schema that the documents were written against.</param>
    /// <param name="new">The schema as it is now.</param>
    /// <param name="documents">The documents of each project by its name; empty where no project is known.</param>
    /// <param name="rules">How it is judged.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    public static DriftReport Find(
        NamedSchema old,
        NamedSchema @new,
        IReadOnlyDictionary<string, IReadOnlyList<DocumentSyntax>> documents,
        DriftRules rules,
        CancellationToken cancellationToken)
    {
        var (oldSchema, newSchema) = (old.Schema, @new.Schema);
        var changes = SchemaComparer.Compare(oldSchema, newSchema, cancellationToken);
        SchemaFiles.RefuseFaults(old.Name, oldSchema.Errors, rules.IsPartial);
        SchemaFiles.RefuseFaults(@new.Name, newSchema.Errors, rules.IsPartial);
        changes = [.. changes.Where(change => rules.Untold?.Contains(change.Code) != true)];
        var drifted = new List<Drifted>();
        var refused = new List<RefusedOperation>();
        foreach (var (project, texts) in documents)
        {
            var impacts = OperationImpact.Find(oldSchema, newSchema, changes, texts, cancellationToken);
            var hasDocuments = texts.Any(document => document.Definitions.Any(IsExecutable));
            drifted.AddRange(impacts.Select(impact => new Drifted(impact, rules.Ignore.Find(impact.Change), project, hasDocuments)));
            refused.AddRange(RefusedOperations.Find(oldSchema, newSchema, texts, cancellationToken));
        }

        if (documents.Count == 0)
            drifted.AddRange(
                changes.Select(change => new Drifted(new ChangeImpact(change, []), rules.Ignore.Find(change), "default", HasDocuments: false)));
        return new DriftReport(drifted, refused, rules);
    }

    private static bool IsExecutable(DefinitionSyntax definition) => definition is OperationDefinitionSyntax or FragmentDefinitionSyntax;
}
