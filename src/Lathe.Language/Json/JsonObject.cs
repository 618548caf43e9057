using Lathe.Language.Text;

namespace Lathe.Language.Json;

/// <summary>A JSON object.</summary>
internal sealed class JsonObject : JsonNode
{
    internal JsonObject(SourceSpan span, IReadOnlyList<JsonProperty> properties)
        : base(span) => Properties = properties;

    /// <summary>Gets the properties in their order; a name may stand more than once.</summary>
    public IReadOnlyList<JsonProperty> Properties { get; }

    /// <inheritdoc/>
    public override string Kind => "an object";

    /// <summary>Finds the value of a property; the last of a name, as most readers do.</summary>
    /// <param name="name">The name.</param>
    /// <returns>The value, or null where there is no such property.</returns>
    public JsonNode? Find(string name)
    {
        for (var i = Properties.Count - 1; i >= 0; i--)
        {
            if (string.Equals(Properties[i].Name, name, StringComparison.Ordinal))
                return Properties[i].Value;
        }

        return null;
    }
}

/// <summary>A property of a JSON object.</summary>
/// <param name="Name">The name, escapes resolved.</param>
/// <param name="NameSpan">The range of the name, quotes included.</param>
/// <param name="Value">The value.</param>
internal readonly record struct JsonProperty(string Name, SourceSpan NameSpan, JsonNode Value);
