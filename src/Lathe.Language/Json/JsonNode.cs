using Lathe.Language.Text;

namespace Lathe.Language.Json;

/// <summary>A JSON value with its place (RFC 8259, section 3).</summary>
internal abstract class JsonNode
{
    private protected JsonNode(SourceSpan span) => Span = span;

    /// <summary>Gets the range in the text, quotes and brackets included.</summary>
    public SourceSpan Span { get; }

    /// <summary>Gets the name of the kind as messages use it, such as <c>an object</c>.</summary>
    public abstract string Kind { get; }
}

/// <summary>A JSON string.</summary>
internal sealed class JsonString : JsonNode
{
    internal JsonString(SourceSpan span, string value)
        : base(span) => Value = value;

    /// <summary>Gets the text, escapes resolved. Escaped surrogates may be unpaired.</summary>
    public string Value { get; }

    /// <inheritdoc/>
    public override string Kind => "a string";
}

/// <summary>A JSON number.</summary>
internal sealed class JsonNumber : JsonNode
{
    internal JsonNumber(SourceSpan span, string text)
        : base(span) => Text = text;

    /// <summary>Gets the number as written.</summary>
    public string Text { get; }

    /// <inheritdoc/>
    public override string Kind => "a number";
}

/// <summary><c>true</c> or <c>false</c>.</summary>
internal sealed class JsonBoolean : JsonNode
{
    internal JsonBoolean(SourceSpan span, bool value)
        : base(span) => Value = value;

    /// <summary>Gets a value indicating whether it is <c>true</c>.</summary>
    public bool Value { get; }

    /// <inheritdoc/>
    public override string Kind => "a Boolean";
}

/// <summary><c>null</c>.</summary>
internal sealed class JsonNull : JsonNode
{
    internal JsonNull(SourceSpan span)
        : base(span)
    {
    }

    /// <inheritdoc/>
    public override string Kind => "null";
}

/// <summary>A JSON array.</summary>
internal sealed class JsonArray : JsonNode
{
    internal JsonArray(SourceSpan span, IReadOnlyList<JsonNode> items)
        : base(span) => Items = items;

    /// <summary>Gets the items in their order.</summary>
    public IReadOnlyList<JsonNode> Items { get; }

    /// <inheritdoc/>
    public override string Kind => "an array";
}
