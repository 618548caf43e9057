using Lathe.Language.Errors;
using Lathe.Language.Json;
using Lathe.Language.Syntax;
using Lathe.Language.Syntax.Parsing;
using Lathe.Language.Text;
using Lathe.Language.TypeSystem;

namespace Lathe.Language.Introspection;

/// <summary>Makes syntax from JSON values, each at the place of its value, and collects what is wrong.</summary>
internal sealed class IntrospectionNodes(SourceText source)
{
    internal List<LanguageError> Errors { get; } = [];

    internal void Report(SourceSpan span, string message) =>
        Errors.Add(new LanguageError(IntrospectionErrors.Malformed, message, [new SourceLocation(source, span)]));

    /// <summary>Tells of something that a newer edition may have.</summary>
    internal void Advise(SourceSpan span, string message) =>
        Errors.Add(NewerSyntax.Advise(new LanguageError(IntrospectionErrors.Malformed, message, [new SourceLocation(source, span)])));

    internal T At<T>(SourceSpan span, T node)
        where T : SyntaxNode
    {
        (node.Span, node.Source) = (span, source);
        return node;
    }

    /// <summary>Reads the items of an array of objects; an absent or null array has none.</summary>
    internal IEnumerable<JsonObject> Objects(JsonObject parent, string property)
    {
        var value = parent.Find(property);
        if (value is null or JsonNull)
            yield break;
        if (value is not JsonArray array)
        {
            Report(value.Span, $"\"{property}\" is {value.Kind}, but must be an array.");
            yield break;
        }

        foreach (var item in array.Items)
        {
            if (item is JsonObject child)
                yield return child;
            else
                Report(item.Span, $"An item of \"{property}\" is {item.Kind}, but must be an object.");
        }
    }

    /// <summary>Reports that an array is absent, which a full introspection query would have asked for.</summary>
    internal void RequireArray(JsonObject parent, string property, SourceSpan span, string owner)
    {
        if (parent.Find(property) is null or JsonNull)
            Report(span, $"{owner} has no \"{property}\". Ask the server with a full introspection query.");
    }

    /// <summary>Reads a text; null where it is absent, null or of another kind.</summary>
    internal static string? Text(JsonObject parent, string property) =>
        parent.Find(property) is JsonString text ? WellFormed.Of(text.Value) : null;

    internal static bool Flag(JsonObject parent, string property) => parent.Find(property) is JsonBoolean { Value: true };

    /// <summary>Reads a name, or reports that there is none and gives null.</summary>
    internal NameSyntax? Name(JsonObject parent, string owner)
    {
        var value = parent.Find("name");
        if (value is JsonString text && IsName(text.Value))
            return At(text.Span, new NameSyntax { Value = text.Value });
        var shown = value is JsonString wrong ? $"\"{OneLine.Of(wrong.Value)}\" is no GraphQL name" : "has no \"name\"";
        Report((value ?? parent).Span, $"{owner}: {shown}.");
        return null;
    }

    internal DescriptionSyntax? Description(JsonObject parent) => Text(parent, "description") is { } text
        ? At(parent.Find("description")!.Span, new DescriptionSyntax { Value = text })
        : null;

    internal DirectiveSyntax Directive(SourceSpan span, string name, string? argument = null, string? value = null) =>
        At(span, new DirectiveSyntax
        {
            Name = At(span, new NameSyntax { Value = name }),
            Arguments = value is null ? [] :
            [
                At(span, new ArgumentSyntax
                {
                    Name = At(span, new NameSyntax { Value = argument! }),
                    Value = At(span, new StringValueSyntax { Value = value }),
                }),
            ],
        });

    internal static bool IsName(string text)
    {
        if (text.Length == 0 || !Characters.IsNameStart(text[0]))
            return false;
        foreach (var c in text)
        {
            if (!Characters.IsNameContinue(c))
                return false;
        }

        return true;
    }
}
