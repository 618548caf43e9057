using Lathe.Build;
using Lathe.Language.Errors;
using Lathe.Language.Schemas;
using Lathe.Language.Syntax;
using Lathe.Language.Text;
using Lathe.Language.TypeSystem;
using Lathe.Language.TypeSystem.Validation;
using Lathe.Tool.Files;
using Lathe.Tool.Hosting;

namespace Lathe.Tool.Drift;

/// <summary>Reads schemas; a broken one would make wrong answers.</summary>
internal static class SchemaFiles
{
    /// <summary>Tells whether a source is no file of the project, such as the output of another program: then it has a name in brackets.</summary>
    public static bool IsNoFile(string path) => path.StartsWith('(');

    /// <summary>Indexes files; faults within a definition show when it is looked up.</summary>
    /// <param name="pattern">A path or glob.</param>
    /// <param name="what">What to call what comes from a pipe, such as <c>old</c>.</param>
    /// <param name="isPartial">Whether it is a part of a schema.</param>
    /// <param name="host">The folder that paths start from.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    public static NamedSchema Index(string pattern, string what, bool isPartial, ToolHost host, CancellationToken cancellationToken)
    {
        if (IsPipe(pattern))
        {
            var name = $"(the {what} schema)";
            return new(name, Index([new SourceText(name, TextFiles.Read(pattern, host.Folder).Text)], name, isPartial, cancellationToken));
        }

        var paths = FilePatterns.Expand(pattern, host.Folder);
        if (paths.Count == 0)
            throw new ToolException($"'{pattern}' matches no schema file. Paths are relative to {host.Folder}.");
        return new(pattern, Index([.. paths.Select(path => TextFiles.Read(path, host.Folder))], pattern, isPartial, cancellationToken));
    }

    /// <summary>Indexes texts; faults within a definition show when it is looked up.</summary>
    public static Schema Index(IReadOnlyList<SourceText> sources, string name, CancellationToken cancellationToken) =>
        Index(sources, name, isPartial: false, cancellationToken);

    private static Schema Index(IReadOnlyList<SourceText> sources, string name, bool isPartial, CancellationToken cancellationToken)
    {
        var schema = SchemaReader.Read(isPartial ? SchemaParts.Complete(sources) : sources, cancellationToken);
        if (isPartial)
        {
            var twice = SchemaValidator.Validate(schema, SchemaValidationMode.Strict, cancellationToken)
                .FirstOrDefault(fault => SchemaParts.IsOfNames(fault.Descriptor));
            if (twice is not null)
                throw new ToolException($"The schema '{name}' is broken: {twice}");
            RefuseFaults(name, schema.Errors, isPartial: true);
        }
        else
            RefusePart(schema, name);
        return schema;
    }

    private static void RefusePart(Schema schema, string name)
    {
        RefuseFaults(name, schema.Errors);
        if (schema.FindRootTypeName(OperationType.Query) is null)
            throw new ToolException(
                $"The schema '{name}' has no query type; it is not a whole schema. 'lathe schema diff --partial' compares parts of one.");
        foreach (var kind in new[] { OperationType.Query, OperationType.Mutation, OperationType.Subscription })
        {
            if (schema.FindRootTypeName(kind) is { } root && !schema.HasType(root))
                throw new ToolException(
                    $"The schema '{name}' is broken: it names {root} as its {kind.ToString().ToLowerInvariant()} type, and does not define it.");
        }
    }

    /// <summary>Indexes a project's schema with what the client adds to it, and looks at every definition.</summary>
    public static Schema Create(ProjectSources project, CancellationToken cancellationToken)
    {
        var (schema, name) = (project.CreateSchema(cancellationToken), project.Schema[0].Path);
        RefusePart(schema, name);
        RefuseFaults(name, SchemaValidator.Validate(schema, SchemaValidationMode.Client, cancellationToken));
        return schema;
    }

    /// <summary>Indexes texts and looks at every definition.</summary>
    public static Schema Create(IReadOnlyList<SourceText> sources, string name, CancellationToken cancellationToken)
    {
        var schema = Index(sources, name, cancellationToken);
        RefuseFaults(name, SchemaValidator.Validate(schema, SchemaValidationMode.Client, cancellationToken));
        return schema;
    }

    /// <summary>Refuses a schema with faults among the definitions that have been looked up.</summary>
    public static void RefuseFaults(string name, IEnumerable<LanguageError> faults, bool isPartial = false)
    {
        var error = faults.FirstOrDefault(
            fault => fault.Descriptor.Severity == ErrorSeverity.Error && !(isPartial && SchemaParts.IsOfParts(fault.Descriptor)));
        if (error is not null)
            throw new ToolException($"The schema '{name}' is broken: {error}");
    }

    // What a shell puts in place of <(command).
    private static bool IsPipe(string path) =>
        path.StartsWith("/dev/fd/", StringComparison.Ordinal) || path.StartsWith("/proc/self/fd/", StringComparison.Ordinal) || path == "/dev/stdin";
}
