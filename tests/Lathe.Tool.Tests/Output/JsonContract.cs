using NJsonSchema;

namespace Lathe.Tool.Tests.Output;

/// <summary>Holds JSON to a schema; of ours, it also refuses what the schema does not name.</summary>
internal static class JsonContract
{
    /// <summary>Holds output to a schema of docs/tool.</summary>
    public static async Task HoldAsync(string schemaName, string json)
    {
        var schema = await ReadAsync(schemaName + ".schema.json");
        Close(schema);
        foreach (var definition in schema.Definitions.Values)
            Close(definition);
        Hold(schema, json);
    }

    /// <summary>Holds output to the SARIF 2.1.0 schema of OASIS.</summary>
    public static async Task HoldSarifAsync(string json) => Hold(await ReadAsync("sarif-2.1.0.json"), json);

    private static void Hold(JsonSchema schema, string json) =>
        Assert.True(
            schema.Validate(json) is { Count: 0 },
            string.Join('\n', schema.Validate(json).Select(error => $"{error.Path}: {error.Kind}")) + "\n" + json);

    private static Task<JsonSchema> ReadAsync(string file) =>
        JsonSchema.FromFileAsync(Path.Combine(AppContext.BaseDirectory, "Schemas", file), TestContext.Current.CancellationToken);

    // Users may meet members that are newer than their schema; here a member that nobody documented is a fault.
    private static void Close(JsonSchema schema)
    {
        if (schema.Properties.Count > 0)
            schema.AllowAdditionalProperties = false;
    }
}
