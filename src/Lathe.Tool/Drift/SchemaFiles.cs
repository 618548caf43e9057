using Lathe.Language.Errors;
using Lathe.Language.Syntax;
using Lathe.Language.TypeSystem;
using Lathe.Language.TypeSystem.Validation;
using Lathe.Tool.Files;
using Lathe.Tool.Hosting;

namespace Lathe.Tool.Drift;

/// <summary>Reads schemas that are to be compared; a broken one would make wrong answers.</summary>
internal static class SchemaFiles
{
    public static Schema Read(string pattern, ToolHost host, CancellationToken cancellationToken)
    {
        var paths = FilePatterns.Expand(pattern, host.Folder);
        if (paths.Count == 0)
            throw new ToolException($"'{pattern}' matches no schema file. Paths are relative to {host.Folder}.");
        return Create([.. paths.Select(path => TextFiles.Read(path, host.Folder))], pattern, cancellationToken);
    }

    public static Schema Create(IReadOnlyList<SourceText> sources, string name, CancellationToken cancellationToken)
    {
        var schema = Schema.Create(sources, cancellationToken);
        var faults = SchemaValidator.Validate(schema, SchemaValidationMode.Client, cancellationToken);
        if (faults.FirstOrDefault(fault => fault.Descriptor.Severity == ErrorSeverity.Error) is { } error)
            throw new ToolException($"The schema '{name}' is broken: {error}");
        if (schema.FindRootTypeName(OperationType.Query) is not { } query || !schema.HasType(query))
            throw new ToolException($"The schema '{name}' has no query type; it is not a whole schema.");
        return schema;
    }
}
