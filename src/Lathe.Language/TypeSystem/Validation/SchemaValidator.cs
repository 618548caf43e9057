using Lathe.Language.Errors;
using Lathe.Language.Rules;
using Lathe.Language.Syntax;
using Lathe.Language.Text;
using Lathe.Language.TypeSystem.Validation.Definitions;
using Lathe.Language.TypeSystem.Validation.Rules;

namespace Lathe.Language.TypeSystem.Validation;

/// <summary>Checks all definitions of a schema (specification, section 3).</summary>
internal static class SchemaValidator
{
    /// <summary>Finds all faults of a schema; parses each of its definitions.</summary>
    /// <param name="schema">The schema.</param>
    /// <param name="mode">Whose schema it is.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>The faults: syntax errors first, then those of rules in the order of the texts; empty for a valid schema.</returns>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public static IReadOnlyList<LanguageError> Validate(
        Schema schema, SchemaValidationMode mode = SchemaValidationMode.Strict, CancellationToken cancellationToken = default)
    {
        var definitions = new List<TypeSystemDefinitionSyntax>();
        foreach (var entry in schema.Index.Entries)
        {
            cancellationToken.ThrowIfCancellationRequested();
            definitions.Add(schema.Definitions.Parse(entry));
        }

        var inputErrors = (mode == SchemaValidationMode.Client ? schema.Errors : schema.Definitions.Errors)
            .Where(static error => !SchemaFaults.IsRule(error.Descriptor))
            .ToList();
        var context = new SchemaContext(definitions, existing: null, cancellationToken);
        SchemaRules.Run(context, RuleScope.Type, RuleScope.Definitions);

        // A broken schema is not checked further: the reference cannot build it, and a type that
        // failed to parse would look as if it were missing.
        if (!inputErrors.Exists(static error => Breaks(error.Descriptor)) && !HasUnknownTypes(context))
            SchemaRules.Run(context, RuleScope.Schema);
        var order = InOrder(context.Errors, definitions);
        return [.. inputErrors, .. mode == SchemaValidationMode.Client ? order.Select(SchemaFaults.ForClient).OfType<LanguageError>() : order];
    }

    /// <summary>Finds the faults of the definitions of one document, each looked at by itself.</summary>
    /// <param name="document">The definitions and extensions.</param>
    /// <param name="existing">The schema that they extend, or null where they extend none.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>The faults of the document; empty when it has none.</returns>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public static IReadOnlyList<LanguageError> ValidateDefinitions(
        DocumentSyntax document, Schema? existing = null, CancellationToken cancellationToken = default)
    {
        List<TypeSystemDefinitionSyntax> definitions = [.. document.Definitions.OfType<TypeSystemDefinitionSyntax>()];
        var context = new SchemaContext(definitions, existing, cancellationToken);
        SchemaRules.Run(context, RuleScope.Type, RuleScope.Definitions);
        return [.. document.Errors, .. InOrder(context.Errors, definitions)];
    }

    // Operations and fragments in a schema file do not break its types.
    private static bool Breaks(ErrorDescriptor descriptor) => descriptor is { Severity: ErrorSeverity.Error, Rule: not "ExecutableInSchema" };

    private static bool HasUnknownTypes(SchemaContext context)
    {
        var orphans = new HashSet<TypeSystemDefinitionSyntax>(context.DefinitionsOf<TypeDefinitionSyntax>()
            .Where(type => type.IsExtension && !context.TypeDefinitions.ContainsKey(type.Name.Value)));
        return context.Definitions.Where(definition => !orphans.Contains(definition))
            .SelectMany(TypeUses.Of)
            .Any(type => !KnownTypeNamesRule.IsKnown(context, type.Name.Value));
    }

    private static IEnumerable<LanguageError> InOrder(List<LanguageError> errors, List<TypeSystemDefinitionSyntax> definitions)
    {
        var sources = new Dictionary<SourceText, int>();
        foreach (var definition in definitions)
        {
            if (!sources.ContainsKey(definition.Source))
                sources.Add(definition.Source, sources.Count);
        }

        return errors.OrderBy(error => Key(error, sources)).ThenBy(static error => error.Locations.Count == 0 ? 0 : error.Locations[0].Span.Start);
    }

    private static int Key(LanguageError error, Dictionary<SourceText, int> sources) =>
        error.Locations.Count > 0 && sources.TryGetValue(error.Locations[0].Source, out var index) ? index : -1;
}
