using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace MachineMetrics.Server.Hosting;

/// <summary>What is wrong with one field of a request.</summary>
internal sealed record FieldError(string Field, string Code, string Message);

/// <summary>The API's answer to a request that failed before there was a result.</summary>
internal sealed record ErrorAnswer(
    [property: JsonPropertyOrder(1)] string Message,
    [property: JsonPropertyOrder(0)] string? Code = null,
    [property: JsonPropertyOrder(2)] IReadOnlyList<FieldError>? Errors = null)
{
    private static readonly JsonSerializerOptions s_format = new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>The documented answer to a body that is no JSON, or does not say that it is.</summary>
    public static readonly ErrorAnswer NotJson = new("Problem parsing JSON");

    public static Task WriteAsync(HttpContext context, int status, ErrorAnswer answer)
    {
        context.Response.StatusCode = status;
        return context.Response.WriteAsJsonAsync(answer, s_format, context.RequestAborted);
    }
}
