using Lathe.Language.Configuration;
using Lathe.Language.Schemas;
using Lathe.Language.Syntax;
using Lathe.Language.TypeSystem;
using Lathe.Tool.Files;
using Lathe.Tool.Hosting;
using Lathe.Tool.Output;

namespace Lathe.Tool.Scaffolding;

/// <summary>The files that <c>lathe init</c> writes.</summary>
internal sealed class Scaffold(CSharpProject project, string? client, string? @namespace, Uri? endpoint, string? keyVariable)
{
    public const string SchemaPath = "schema.graphql";
    public const string QueryFolder = "Queries";
    private const string QueryPath = QueryFolder + "/First.graphql";

    /// <summary>Gets the client's class name.</summary>
    public string Client { get; } = client ?? Identifier(project.Name) + "Client";

    /// <summary>Refuses names that the next build would refuse.</summary>
    public static void CheckNames(string? client, string? @namespace)
    {
        if (client is not null && !CSharpName.IsIdentifier(client))
            throw new ToolException($"--client takes a C# class name, and '{client}' is none. Use letters, digits and '_', such as ShopClient.");
        if (@namespace?.Split('.').FirstOrDefault(part => !CSharpName.IsIdentifier(part)) is { } faulty)
        {
            throw new ToolException(
                $"--namespace takes a C# namespace, and '{faulty}' in it is no C# name. Use letters, digits and '_', such as Plant.Shop.");
        }

        if (client is not null && @namespace is not null && (@namespace == client || @namespace.EndsWith("." + client, StringComparison.Ordinal)))
        {
            throw new ToolException(
                $"A class '{client}' in the namespace '{@namespace}' could not be named by its short name. Give one of them another name.");
        }
    }

    /// <summary>Refuses to overwrite, before anything is written.</summary>
    public static void CheckFree(ToolHost host, bool force)
    {
        var taken = new[] { ConfigurationReader.FileName, SchemaPath, QueryPath }.FirstOrDefault(
            path => File.Exists(Path.Combine(host.Folder, path)));
        if (taken is not null && !force)
            throw new ToolException($"'{taken}' is there already. Use --force to overwrite it.");
    }

    /// <summary>Tells whether the schema is there.</summary>
    public static bool HasSchema(ToolHost host) => File.Exists(Path.Combine(host.Folder, SchemaPath));

    public void Write(ToolHost host, bool force)
    {
        CheckFreeExceptSchema(host, force);
        TextFiles.WriteAtomically(Path.Combine(host.Folder, ConfigurationReader.FileName), Configuration());
        ConfigurationSchema.Write(host.Folder);
        if (HasSchema(host))
            TextFiles.WriteAtomically(Path.Combine(host.Folder, QueryPath), FirstQuery(SchemaReader.Read([TextFiles.Read(SchemaPath, host.Folder)])));
    }

    private static void CheckFreeExceptSchema(ToolHost host, bool force)
    {
        if (!force && File.Exists(Path.Combine(host.Folder, ConfigurationReader.FileName)))
            throw new ToolException($"'{ConfigurationReader.FileName}' is there already. Use --force to overwrite it.");
    }

    private string Configuration() => JsonFormat.ToText(json =>
    {
        json.WriteStartObject();
        json.WriteString("$schema", ConfigurationSchema.Reference);
        json.WriteString("schema", SchemaPath);
        json.WriteString("documents", QueryFolder + "/**/*.graphql");
        json.WriteStartObject("extensions");
        json.WriteStartObject("lathe");
        json.WriteString("client", Client);
        if (@namespace is not null)
            json.WriteString("namespace", @namespace);
        if (endpoint is not null)
            json.WriteString("endpoint", endpoint.AbsoluteUri);
        if (endpoint is not null && keyVariable is not null)
            json.WriteString("tokenEnv", keyVariable);
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteEndObject();
    }) + "\n";

    /// <summary>Asks for the first fields that need no arguments; <c>__typename</c> where there are none.</summary>
    private static string FirstQuery(Schema schema)
    {
        var root = schema.FindRootType(OperationType.Query);
        var field = root?.Fields.FirstOrDefault(
            candidate => !candidate.Arguments.Any(argument => argument.IsRequired) && Leaf(schema, candidate) is not null);
        if (field is null)
            return "query First {\n  __typename\n}\n";
        var limit = field.Arguments.FirstOrDefault(
            argument => argument.Name is "limit" or "first" && argument.Type.Nullable is NamedTypeReference { Name: "Int" });
        var call = limit is null ? field.Name : $"{field.Name}({limit.Name}: 10)";
        return Leaf(schema, field) is { Length: > 0 } leaf
            ? $"query First {{\n  {call} {{\n    {leaf}\n  }}\n}}\n"
            : $"query First {{\n  {call}\n}}\n";
    }

    /// <summary>Returns the field to select below; empty for a leaf, null where nothing can be selected simply.</summary>
    private static string? Leaf(Schema schema, FieldDefinition field) => schema.FindType(field.Type.NamedType) switch
    {
        { IsLeaf: true } => string.Empty,
        FieldsType type =>
            type.Fields.FirstOrDefault(
                inner => schema.FindType(inner.Type.NamedType) is { IsLeaf: true } && !inner.Arguments.Any(argument => argument.IsRequired))?.Name,
        _ => null,
    };

    private static string Identifier(string name)
    {
        var text = string.Concat(
            name.Split('.', '-', ' ', '_').Where(part => part.Length > 0).Select(part => char.ToUpperInvariant(part[0]) + part[1..]));
        text = string.Concat(text.Where(char.IsLetterOrDigit));
        return CSharpName.IsIdentifier(text + "Client") && text.Length > 0 ? text : "Api" + text;
    }
}
