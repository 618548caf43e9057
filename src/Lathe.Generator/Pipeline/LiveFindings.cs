using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Lathe.Generator.Configuration;
using Lathe.Generator.Diagnostics;
using Lathe.Language.Collections;
using Lathe.Language.TypeSystem;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Lathe.Generator.Pipeline;

/// <summary>
/// All findings of a build by one call: the generator's steps without its driver. What depends on texts that were not edited is shared
/// with the generator and with the last call, so that an edit compiles the operations that it touches.
/// </summary>
internal static class LiveFindings
{
    private static readonly ConditionalWeakTable<Schema, ClientTypeNames> s_lastNames = new();

    public static ImmutableArray<Diagnostic> Of(
        ImmutableArray<AdditionalText> texts, AnalyzerConfigOptionsProvider options, ParseOptions? language, CancellationToken cancellationToken)
    {
        var outcome = Guard.Try((texts, options, language), Find, "Live", cancellationToken);
        var errors = outcome.Value ?? EquatableList.Create([outcome.Fault!]);
        return ErrorReport.ToDiagnostics(errors, FileSeverities.Read(errors, texts, options, cancellationToken)).ToImmutableArray();
    }

    /// <summary>Gets what came of all definitions: in a build, what the generator made of them where the language is the compilation's.</summary>
    public static ImmutableArray<UnitResult> Units(
        ImmutableArray<AdditionalText> texts, AnalyzerConfigOptionsProvider options, ParseOptions? language, CancellationToken cancellationToken) =>
        Compile(texts, options, language, cancellationToken).Results;

    private static EquatableList<ErrorReport> Find(
        (ImmutableArray<AdditionalText> Texts, AnalyzerConfigOptionsProvider Options, ParseOptions? Language) given,
        CancellationToken cancellationToken)
    {
        var (table, input, plan, schemas, index, results) = Compile(given.Texts, given.Options, given.Language, cancellationToken);
        return Findings.Merge(
        [
            plan.Errors,
            Findings.OfScalars(((input, plan), schemas), cancellationToken),
            Findings.OfSchemasAlone((table, plan), cancellationToken),
            FileTable.Faults(table, cancellationToken),
            Findings.OfDocuments(index, cancellationToken),
            Findings.OfUnits((index, results), cancellationToken),
        ]);
    }

    private static Compiled Compile(
        ImmutableArray<AdditionalText> texts, AnalyzerConfigOptionsProvider options, ParseOptions? language, CancellationToken cancellationToken)
    {
        var (files, table, input, plan) = PlannedProject.Of(texts, options, language, cancellationToken);
        var schemas = plan.Clients.Select(client => SchemaFiles.Pick((client, table), cancellationToken))
            .Select(picked => LoadedSchema.Load(picked, cancellationToken)).ToImmutableArray();
        var index = ProjectIndex.Create(((plan, schemas), table), ProjectIndex.None, cancellationToken);
        var names = index.Clients.Select(client => NamesOf(client.NamesInput)).ToImmutableArray();
        var scopes = ClientScope.Create((index, names), cancellationToken);
        var results = files.SelectMany(file => ClientScope.Compile((file, scopes), cancellationToken)).ToImmutableArray();
        return new Compiled(table, input, plan, schemas, index, results);
    }

    // Names depend on the names of definitions, which most edits leave alone.
    private static ClientTypeNames NamesOf(NamesInput input)
    {
        s_lastNames.TryGetValue(input.Schema, out var last);
        var names = ClientTypeNames.Reuse(input, last);
        if (ReferenceEquals(names, last))
            return names;
        s_lastNames.Remove(input.Schema);
        s_lastNames.GetValue(input.Schema, _ => names);
        return names;
    }

    private sealed record Compiled(
        FileTable Table,
        PlanInput Input,
        BuildPlan Plan,
        ImmutableArray<LoadedSchema> Schemas,
        ProjectIndex Index,
        ImmutableArray<UnitResult> Results);
}
