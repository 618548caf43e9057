using System.Net;
using Lathe.Buffers;
using Lathe.Calls;
using Lathe.Headers;
using Lathe.Incremental;
using Lathe.Requests;
using Lathe.Responses;
using Lathe.Uploads;

namespace Lathe.Transport;

/// <summary>
/// Sends a call over HTTP with one key: one request, or more where the server has yet to learn the document's hash, or does not know QUERY.
/// </summary>
internal sealed class HttpAttempt<TData>(HttpCarrier carrier, GraphQLCall<TData> call, BearerToken? renewed) : IAttempt<TData>
    where TData : class
{
    private PooledBytes? _body;
    private GraphQLHttpRequest? _request;
    private HttpResponseMessage? _response;
    private IResultSource<TData>? _results;

    public bool HasRenewableKey => _request?.Renewal is not null;

    public ValueTask<GraphQLResult<TData>?> StartAsync()
    {
        var form = carrier.FormOf(call);
        return form == RequestForm.Hash ? StartByHashAsync() : SendAsync(form);
    }

    public ValueTask<GraphQLResult<TData>?> ReadAsync() => _results is null ? default : _results.ReadAsync(call.Stop);

    public ValueTask<BearerToken?> RenewKeyAsync() => _request is null ? default : _request.RenewTokenAsync(call.Stop);

    public void Dispose()
    {
        _results?.Dispose();
        _response?.Dispose();
        _request?.Dispose();
        _body?.Dispose();
        (_results, _response, _request, _body) = (null, null, null, null);
    }

    private async ValueTask<GraphQLResult<TData>?> StartByHashAsync()
    {
        IReadOnlyList<GraphQLError> errors;
        try
        {
            var result = await SendAsync(RequestForm.Hash).ConfigureAwait(false);
            if (result is null || !PersistedQueryErrors.AskForText(result.Errors))
                return result;
            errors = result.Errors;
        }
        catch (GraphQLHttpException exception) when (PersistedQueryErrors.AskForText(exception.Errors))
        {
            // Some servers say so with a status of 400 or 404.
            errors = exception.Errors;
        }

        Dispose();
        carrier.Learn(errors);
        return await SendAsync(carrier.RefusesHashes ? RequestForm.Text : RequestForm.TextAndHash).ConfigureAwait(false);
    }

    private async ValueTask<GraphQLResult<TData>?> SendAsync(RequestForm form)
    {
        do
        {
            Dispose();
            _request = Write(form);
            _request.ServeCopies(always: false);
            if (carrier.CountsCosts)
                _request.DocumentHash = call.Operation.DocumentHash;
            _response = await carrier.Http.SendAsync(_request, HttpCompletionOption.ResponseHeadersRead, call.Stop).ConfigureAwait(false);
        }
        while (IsToBeAskedOtherwise());

        call.Observation.Phase = CallPhase.Reading;
        if (!call.WantsParts)
            return Learn(await carrier.Answers.ReadAsync(call, _request.SentToken, _response).ConfigureAwait(false));
        _results = await carrier.Answers.OpenAsync(call, _request.SentToken, _response).ConfigureAwait(false);
        // The time-out bounds the connection, not the events; the parts of one answer end by themselves.
        if (_results is not (PartResults<TData> or SingleResult<TData>))
            call.Deadline.StopClock();
        return Learn(await _results.ReadAsync(call.Stop).ConfigureAwait(false));
    }

    private GraphQLResult<TData>? Learn(GraphQLResult<TData>? result)
    {
        if (_request!.Cost is not { } cost)
            return result;
        carrier.CountsCosts = true;
        if (result is not null)
            cost.Learn(call.Operation.DocumentHash, result.Headers, result.Extensions);
        _request.Cost = null;
        return result;
    }

    private bool IsSubscription => call.Operation.Type == GraphQLOperationType.Subscription;

    // The server executed nothing, and the carrier remembers why. So a call is sent in another way only once.
    private bool IsToBeAskedOtherwise()
    {
        if (carrier.LearnsToUsePost(_request!, _response!))
            return true;
        // Apollo Router sends events as parts, and takes no request for an event stream.
        if (_response!.StatusCode != HttpStatusCode.NotAcceptable || !call.WantsParts || !IsSubscription || AsksForEventParts(_request!))
            return false;
        carrier.SendsEventsAsParts = true;
        return true;
    }

    private static bool AsksForEventParts(GraphQLHttpRequest request) =>
        request.Headers.NonValidated.TryGetValues("Accept", out var accept) && accept.ToString() == MediaTypes.AcceptEventParts;

    private GraphQLHttpRequest Write(RequestForm form)
    {
        var address = carrier.Requests.AddressOf(call, form);
        IPlacedFiles? files = null;
        if (address is null)
            (_body, files) = WriteBody(form);
        call.Observation.RequestSize = _body?.Length ?? 0;
        // A file may not be there to be sent a second time.
        var method = address is not null ? HttpMethod.Get : files is null ? carrier.MethodOf(call, form) : HttpMethod.Post;
        return carrier.Requests.Create(call, method, address, _body, files, renewed, IsSubscription && carrier.SendsEventsAsParts);
    }

    private (PooledBytes Body, IPlacedFiles? Files) WriteBody(RequestForm form)
    {
        var body = RequestWriter.Write(carrier.Pool, call.Operation, call.Variables, form, out var files, carrier.OnErrorOf(call));
        if (files is null || form is not (RequestForm.Hash or RequestForm.TextAndHash))
            return (body, files);
        // A server that does not know the hash would get the files twice.
        body.Dispose();
        return (RequestWriter.Write(carrier.Pool, call.Operation, call.Variables, RequestForm.Text, out files, carrier.OnErrorOf(call)), files);
    }
}
