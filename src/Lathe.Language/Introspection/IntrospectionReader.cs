using Lathe.Language.Json;
using Lathe.Language.Syntax;
using Lathe.Language.Syntax.Parsing;
using Lathe.Language.Text;

namespace Lathe.Language.Introspection;

/// <summary>
/// Reads an introspection result (section 4) as definitions. Old servers leave newer parts out; what is there is read.
/// Built-in types and directives are passed over: every schema has them.
/// </summary>
internal sealed class IntrospectionReader
{
    // A type reference takes a level for each list and non-null.
    private const int DeepestJson = 256;

    private readonly IntrospectionNodes _nodes;
    private readonly IntrospectionTypes _types;

    private IntrospectionReader(SourceText source)
    {
        _nodes = new IntrospectionNodes(source);
        _types = new IntrospectionTypes(_nodes);
    }

    /// <summary>Tells an introspection result from SDL by its first characters: a GraphQL document cannot begin so.</summary>
    internal static bool IsJson(string text)
    {
        var first = SkipWhiteSpace(text, 0);
        if (first == text.Length || text[first] is not ('{' or '['))
            return false;
        var second = SkipWhiteSpace(text, first + 1);
        return text[first] == '[' || (second < text.Length && text[second] is '"' or '}');
    }

    internal static DocumentSyntax Read(SourceText source, CancellationToken cancellationToken)
    {
        var reader = new IntrospectionReader(source);
        var json = JsonParser.Parse(source, DeepestJson, cancellationToken);
        var definitions = new List<DefinitionSyntax>();
        if (json.Error is { } error)
            reader._nodes.Errors.Add(error);
        else
            reader.ReadRoot(json.Root!, definitions, cancellationToken);
        return reader._nodes.At(
            new SourceSpan(0, source.Text.Length), new DocumentSyntax { Definitions = definitions, Errors = reader._nodes.Errors });
    }

    private void ReadRoot(JsonNode root, List<DefinitionSyntax> definitions, CancellationToken cancellationToken)
    {
        var data = (root as JsonObject)?.Find("data") as JsonObject ?? root as JsonObject;
        if (data?.Find("__schema") is not JsonObject schema)
        {
            _nodes.Report(new SourceSpan(root.Span.Start, 1), DescribeMissingSchema(root));
            return;
        }

        definitions.Add(ReadSchema(schema));
        if (schema.Find("types") is not JsonArray)
            _nodes.Report(
                new SourceSpan(schema.Span.Start, 1), "The introspection result has no \"types\". Ask the server with a full introspection query.");
        foreach (var directive in _nodes.Objects(schema, "directives"))
        {
            if (_types.ReadDirective(directive) is { } definition)
                definitions.Add(definition);
        }

        foreach (var type in _nodes.Objects(schema, "types"))
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (_types.Read(type) is { } definition)
                definitions.Add(definition);
        }
    }

    private static string DescribeMissingSchema(JsonNode root)
    {
        const string Advice = "Download the schema again with introspection allowed.";
        if (root is JsonObject answer && answer.Find("errors") is JsonArray { Items.Count: > 0 } errors
            && (errors.Items[0] as JsonObject)?.Find("message") is JsonString message)
            return $"The file holds an answer with errors in place of an introspection result: {OneLine.Of(message.Value)} {Advice}";
        return $"The file is JSON, but no introspection result: there is no \"__schema\". {Advice}";
    }

    private SchemaDefinitionSyntax ReadSchema(JsonObject schema)
    {
        var roots = new List<RootOperationTypeSyntax>();
        AddRoot(roots, schema, "queryType", OperationType.Query);
        AddRoot(roots, schema, "mutationType", OperationType.Mutation);
        AddRoot(roots, schema, "subscriptionType", OperationType.Subscription);
        if (schema.Find("queryType") is not JsonObject)
            _nodes.Report(new SourceSpan(schema.Span.Start, 1), "The introspection result has no \"queryType\".");
        return _nodes.At(
            new SourceSpan(schema.Span.Start, 1),
            new SchemaDefinitionSyntax { Description = _nodes.Description(schema), RootOperationTypes = roots });
    }

    private void AddRoot(List<RootOperationTypeSyntax> roots, JsonObject schema, string property, OperationType operationType)
    {
        if (schema.Find(property) is not JsonObject type || _nodes.Name(type, $"\"{property}\"") is not { } name)
            return;
        roots.Add(_nodes.At(name.Span, new RootOperationTypeSyntax
        {
            OperationType = operationType,
            Type = _nodes.At(name.Span, new NamedTypeSyntax { Name = name }),
        }));
    }

    private static int SkipWhiteSpace(string text, int position)
    {
        while (position < text.Length && text[position] is ' ' or '\t' or '\r' or '\n' or '\uFEFF')
            position++;
        return position;
    }
}
