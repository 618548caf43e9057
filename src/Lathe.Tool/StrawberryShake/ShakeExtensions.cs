using System.Text;
using Lathe.Language.Syntax;
using Lathe.Language.Syntax.Parsing;
using Lathe.Language.Text;

namespace Lathe.Tool.StrawberryShake;

/// <summary>Takes a schema extension of Strawberry Shake apart: types of scalars, what it says of its own store and names, and the rest.</summary>
internal sealed class ShakeExtensions
{
    private static readonly string[] s_directives = ["key", "runtimeType", "serializationType", "enumValue", "rename"];
    private readonly SortedDictionary<string, string> _scalars = new(StringComparer.Ordinal);
    private readonly List<MigrationNote> _notes = [];

    /// <summary>Gets the .NET types of scalars.</summary>
    public IReadOnlyDictionary<string, string> Scalars => _scalars;

    public IReadOnlyList<MigrationNote> Notes => _notes;

    /// <summary>Takes a file apart.</summary>
    /// <returns>What is of the schema and not of Strawberry Shake; empty where nothing is left.</returns>
    public string Read(SourceText source, CancellationToken cancellationToken)
    {
        var document = DocumentParser.Parse(source, cancellationToken);
        if (document.Errors.Count > 0)
        {
            var (line, message) = (document.Errors[0].Locations[0].Position.Line, document.Errors[0].Message);
            _notes.Add(new MigrationNote(source.Path, line, $"The file is kept as it is: {message}"));
            return source.Text;
        }

        var kept = new StringBuilder();
        foreach (var definition in document.Definitions)
        {
            Note(definition);
            if (Keep(definition) is { Length: > 0 } text)
                kept.Append(kept.Length == 0 ? "" : "\n\n").Append(text);
        }

        return kept.Length == 0 ? string.Empty : kept.Append('\n').ToString();
    }

    private static string Keep(DefinitionSyntax definition)
    {
        if (definition is DirectiveDefinitionSyntax directive && s_directives.Contains(directive.Name.Value, StringComparer.Ordinal))
            return string.Empty;
        if (definition is ScalarTypeDefinitionSyntax { Name.Value: "_KeyFieldSet" })
            return string.Empty;
        DirectiveSyntax[] ours = [.. Applied(definition).Where(IsOfShake)];
        if (ours.Length == 0)
            return Text(definition);
        return IsEmptyWithout(definition) ? string.Empty : Without(definition, ours);
    }

    private static string Text(DefinitionSyntax definition) => definition.Source.Text.Substring(definition.Span.Start, definition.Span.Length);

    private static string Without(DefinitionSyntax definition, DirectiveSyntax[] directives)
    {
        var text = new StringBuilder(Text(definition));
        foreach (var directive in directives.OrderByDescending(one => one.Span.Start))
        {
            var start = directive.Span.Start - definition.Span.Start;
            var blank = start > 0 && text[start - 1] == ' ' ? 1 : 0;
            text.Remove(start - blank, directive.Span.Length + blank);
        }

        return text.ToString();
    }

    // extend schema @key(...), extend scalar X @runtimeType(...), extend type T @key(...), extend input I { a: Int @rename(...) }
    private static bool IsEmptyWithout(DefinitionSyntax definition)
    {
        if (definition is not TypeSystemDefinitionSyntax { IsExtension: true } || !definition.Directives.All(IsOfShake))
            return false;
        return definition switch
        {
            SchemaDefinitionSyntax schema => schema.RootOperationTypes.Count == 0,
            FieldsTypeDefinitionSyntax type => type.Fields.Count == 0 && type.Interfaces.Count == 0,
            UnionTypeDefinitionSyntax union => union.MemberTypes.Count == 0,
            EnumTypeDefinitionSyntax type => type.Values.All(value => value.Directives.Count > 0 && value.Directives.All(IsOfShake)),
            InputObjectTypeDefinitionSyntax type => type.Fields.All(field => field.Directives.Count > 0 && field.Directives.All(IsOfShake)),
            _ => true,
        };
    }

    private static bool IsOfShake(DirectiveSyntax directive) => s_directives.Contains(directive.Name.Value, StringComparer.Ordinal);

    private static IEnumerable<DirectiveSyntax> Applied(DefinitionSyntax definition) => definition.Directives.Concat(definition switch
    {
        EnumTypeDefinitionSyntax type => type.Values.SelectMany(value => value.Directives),
        InputObjectTypeDefinitionSyntax type => type.Fields.SelectMany(field => field.Directives),
        _ => [],
    });

    private void Note(DefinitionSyntax definition)
    {
        if (definition is ScalarTypeDefinitionSyntax scalar)
            NoteScalar(scalar);
        foreach (var directive in Applied(definition).Where(one => one.Name.Value is "rename" or "enumValue"))
        {
            _notes.Add(MigrationNote.At(
                directive.Source,
                directive.Span,
                $"@{directive.Name.Value} has no counterpart: generated names follow the schema's. Use the name that IntelliSense shows."));
        }
    }

    private void NoteScalar(ScalarTypeDefinitionSyntax scalar)
    {
        if (NameOf(scalar, "runtimeType") is not { } type)
        {
            if (NameOf(scalar, "serializationType") is { } serialized && ShakeScalars.Read(serialized) is { } plain)
                _scalars[scalar.Name.Value] = plain;
            return;
        }

        if (ShakeScalars.Read(type) is { } known)
        {
            _scalars[scalar.Name.Value] = known;
            return;
        }

        _scalars[scalar.Name.Value] = ShakeScalars.Read(NameOf(scalar, "serializationType") ?? "string") ?? "string";
        _notes.Add(MigrationNote.At(
            scalar.Source,
            scalar.Name.Span,
            $"'{scalar.Name.Value}' is read as {_scalars[scalar.Name.Value]}. For {type} write a converter (an ISerializer becomes an "
                + $"IScalarConverter<T>) and map it: "
                + $"\"{scalar.Name.Value}\": {{ \"type\": \"{type}\", \"converter\": \"...\" }}"));
    }

    private static string? NameOf(ScalarTypeDefinitionSyntax scalar, string directive) => scalar.Directives
        .FirstOrDefault(one => one.Name.Value == directive)?.Arguments
        .FirstOrDefault(one => one.Name.Value == "name")?.Value is StringValueSyntax value
            ? value.Value.Replace("global::", string.Empty, StringComparison.Ordinal)
            : null;
}
