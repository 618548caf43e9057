using System.Diagnostics;
using Lathe.Calls;
using Microsoft.Extensions.Logging;

namespace Lathe.Telemetry;

/// <summary>Writes activities, metrics and log messages of a client's calls. Costs next to nothing when nobody listens.</summary>
internal sealed class OperationObserver(string client, GraphQLClientOptions options, ILogger logger, TimeProvider time)
{
    private readonly string _host = options.Endpoint!.Host;
    private readonly int _port = options.Endpoint!.Port;

    public OperationObservation Start<TData>(GraphQLOperation<TData> operation, TimeSpan timeout)
        where TData : class
    {
        var activity = LatheTelemetry.Source.HasListeners()
            ? LatheTelemetry.Source.StartActivity(ActivityName(operation), ActivityKind.Client)
            : null;
        if (activity is { IsAllDataRequested: true })
        {
            activity.SetTag(TelemetryNames.OperationName, operation.Name);
            activity.SetTag(TelemetryNames.OperationType, TypeName(operation.Type));
            activity.SetTag(TelemetryNames.DocumentHash, "sha256:" + operation.DocumentHash);
            activity.SetTag(TelemetryNames.ClientName, client);
            activity.SetTag(TelemetryNames.ServerAddress, _host);
            activity.SetTag(TelemetryNames.ServerPort, _port);
        }

        return new OperationObservation { Activity = activity, StartedAt = time.GetTimestamp(), Timeout = timeout };
    }

    /// <summary>Logs that a request goes out, with the variables that were asked for by name.</summary>
    public void Sending<TData>(GraphQLOperation<TData> operation, IGraphQLVariables? variables)
        where TData : class
    {
        if (!logger.IsEnabled(LogLevel.Debug))
            return;
        var shown = variables is null || options.LoggedVariables.Count == 0
            ? ""
            : VariableText.Write(variables, options.LoggedVariables, options.SensitiveNames);
        ClientLog.Sending(logger, client, TypeName(operation.Type), operation.Name, shown);
    }

    public void Succeeded<TData>(GraphQLOperation<TData> operation, OperationObservation observation, IReadOnlyList<GraphQLError> errors)
        where TData : class
    {
        var elapsed = time.GetElapsedTime(observation.StartedAt);
        var errorType = errors.Count > 0 ? "graphql" : null;
        Measure(operation, observation, elapsed, errorType, errors.Count);
        if (errors.Count == 0)
            ClientLog.Succeeded(logger, client, operation.Name, elapsed.TotalMilliseconds, observation.ResponseSize);
        else
            ClientLog.HasErrors(logger, client, operation.Name, elapsed.TotalMilliseconds, errors.Count, errors[0].ToString());
        if (observation.Activity is not { } activity)
            return;
        activity.SetTag(TelemetryNames.ErrorCount, errors.Count > 0 ? errors.Count : null);
        End(activity, observation, errorType, errors.Count > 0 ? errors[0].Message : null);
    }

    public void Failed<TData>(GraphQLOperation<TData> operation, OperationObservation observation, Exception exception)
        where TData : class
    {
        var elapsed = time.GetElapsedTime(observation.StartedAt);
        var errorType = exception.GetType().FullName!;
        Measure(operation, observation, elapsed, errorType, 0);
        if (exception is OperationCanceledException)
            ClientLog.Canceled(logger, client, operation.Name, elapsed.TotalMilliseconds);
        else
            ClientLog.Failed(logger, client, operation.Name, elapsed.TotalMilliseconds, errorType, exception.Message);
        if (observation.Activity is { } activity)
            End(activity, observation, errorType, exception.Message);
    }

    private void Measure<TData>(
        GraphQLOperation<TData> operation, OperationObservation observation, TimeSpan elapsed, string? errorType, int errors)
        where TData : class
    {
        if (!LatheTelemetry.Duration.Enabled
            && !LatheTelemetry.RequestSize.Enabled
            && !LatheTelemetry.ResponseSize.Enabled
            && !LatheTelemetry.Errors.Enabled)
            return;
        var tags = new TagList
        {
            { TelemetryNames.OperationName, operation.Name },
            { TelemetryNames.OperationType, TypeName(operation.Type) },
            { TelemetryNames.ClientName, client },
            { TelemetryNames.ServerAddress, _host },
            { TelemetryNames.ServerPort, _port },
        };
        if (errors > 0)
            LatheTelemetry.Errors.Add(errors, tags);
        if (observation.RequestSize > 0)
            LatheTelemetry.RequestSize.Record(observation.RequestSize, tags);
        if (observation.ResponseSize > 0)
            LatheTelemetry.ResponseSize.Record(observation.ResponseSize, tags);
        if (errorType is not null)
            tags.Add(TelemetryNames.ErrorType, errorType);
        if (observation.Status is { } status)
            tags.Add(TelemetryNames.StatusCode, (int)status);
        LatheTelemetry.Duration.Record(elapsed.TotalSeconds, tags);
    }

    private static void End(Activity activity, OperationObservation observation, string? errorType, string? description)
    {
        if (observation.Status is { } status)
            activity.SetTag(TelemetryNames.StatusCode, (int)status);
        activity.SetTag(TelemetryNames.RequestBodySize, observation.RequestSize);
        activity.SetTag(TelemetryNames.ResponseBodySize, observation.ResponseSize);
        if (errorType is not null)
        {
            activity.SetTag(TelemetryNames.ErrorType, errorType);
            activity.SetStatus(ActivityStatusCode.Error, description);
        }

        activity.Dispose();
    }

    private string ActivityName<TData>(GraphQLOperation<TData> operation)
        where TData : class =>
        options.NameActivitiesAfterOperations ? $"{TypeName(operation.Type)} {operation.Name}" : TypeName(operation.Type);

    private static string TypeName(GraphQLOperationType type) => type switch
    {
        GraphQLOperationType.Query => "query",
        GraphQLOperationType.Mutation => "mutation",
        _ => "subscription",
    };
}
