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
    /// <summary>Indexes files; faults within a definition show when it is looked up.</summary>
    public static Schema Index(string pattern, ToolHost host, CancellationToken cancellationToken)
    {
        var paths = FilePatterns.Expand(pattern, host.Folder);
        if (paths.Count == 0)
            throw new ToolException($"'{pattern}' matches no schema file. Paths are relative to {host.Folder}.");
        return Index([.. paths.Select(path => TextFiles.Read(path, host.Folder))], pattern, cancellationToken);
    }

    /// <summary>Indexes texts; faults within a definition show when it is looked up.</summary>
    public static Schema Index(IReadOnlyList<SourceText> sources, string name, CancellationToken cancellationToken)
    {
        var schema = SchemaReader.Read(sources, cancellationToken);
        RefusePart(schema, name);
        return schema;
    }

    private static void RefusePart(Schema schema, string name)
    {
        RefuseFaults(name, schema.Errors);
        if (schema.FindRootTypeName(OperationType.Query) is null)
            throw new ToolException($"The schema '{name}' has no query type; it is not a whole schema.");
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
    public static void RefuseFaults(string name, IEnumerable<LanguageError> faults)
    {
        if (faults.FirstOrDefault(fault => fault.Descriptor.Severity == ErrorSeverity.Error) is { } error)
            throw new ToolException($"The schema '{name}' is broken: {error}");
    }
}
