using System.Net;
using System.Net.Http.Headers;
using System.Text;
using Lathe.Headers;
using Lathe.Responses;

namespace Lathe.Testing;

/// <summary>Reads JSON by the code and with the bounds of the HTTP transport.</summary>
internal static class ScriptedResponse
{
    private static readonly GraphQLClientOptions s_options = new();
    private static readonly ResponseReader s_reader = new(s_options, new HttpFailureReader(s_options, TimeProvider.System));

    public static GraphQLResult<TData> Read<TData>(GraphQLOperation<TData> operation, string json)
        where TData : class => Read(operation, Encoding.UTF8.GetBytes(json));

    public static GraphQLResult<TData> Read<TData>(GraphQLOperation<TData> operation, byte[] body)
        where TData : class
    {
        using var response = new HttpResponseMessage(HttpStatusCode.OK) { Content = new ByteArrayContent(body) };
        response.Content.Headers.ContentType = new MediaTypeHeaderValue(MediaTypes.Response);
        return s_reader.Read(operation, operation.Name, sent: null, response, body);
    }
}
