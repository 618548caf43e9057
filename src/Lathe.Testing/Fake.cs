using System.Diagnostics.CodeAnalysis;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Lathe.Testing.Faking;

namespace Lathe.Testing;

/// <summary>A made-up answer to one operation. It never changes: each method gives a new one.</summary>
/// <typeparam name="TData">The type of the operation's data.</typeparam>
public sealed class Fake<TData>
    where TData : class
{
    private readonly GraphQLOperation<TData> _operation;
    private readonly FakeDocument _document;
    private readonly FakeSettings _settings;
    private readonly Func<object, object>[] _changes;
    private readonly int _seed;

    internal Fake(GraphQLOperation<TData> operation, FakeDocument document, FakeSettings settings, Func<object, object>[] changes, int seed) =>
        (_operation, _document, _settings, _changes, _seed) = (operation, document, settings, changes, seed);

    /// <summary>Makes all lists of a length.</summary>
    /// <param name="length">The number of items, 0 or more.</param>
    /// <returns>The fake with such lists.</returns>
    public Fake<TData> ListsOf(int length)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(length);
        return Having(_settings with { ListLength = length });
    }

    /// <summary>Makes a share of the nullable places null.</summary>
    /// <param name="share">The share, from 0 to 1.</param>
    /// <returns>The fake with such nulls.</returns>
    public Fake<TData> Nulls(double share = 1) => Having(_settings with { NullShare = Share(share) });

    /// <summary>Gives a share of the enums a value that the schema does not have, as a newer server may.</summary>
    /// <param name="share">The share, from 0 to 1.</param>
    /// <returns>The fake with such values.</returns>
    public Fake<TData> UnknownEnumValues(double share = 1) => Having(_settings with { UnknownEnumShare = Share(share) });

    /// <summary>Gives a share of the objects behind interfaces and unions a type that the schema does not have, as a newer server may.</summary>
    /// <param name="share">The share, from 0 to 1.</param>
    /// <returns>The fake with such objects.</returns>
    public Fake<TData> UnknownTypes(double share = 1) => Having(_settings with { UnknownTypeShare = Share(share) });

    /// <summary>Makes one place null. If that place may not be null, the nearest place around it that may be null becomes null.</summary>
    /// <param name="path">The place in the answer, from <c>data</c>, such as <c>machines[1].owner</c>.</param>
    /// <returns>The fake with that null.</returns>
    public Fake<TData> Null(string path) => Having(path, null, null);

    /// <summary>Makes one place fail. It becomes null as with <see cref="Null"/>, and an error says why.</summary>
    /// <param name="path">The place in the answer, from <c>data</c>, such as <c>machines[1].owner</c>.</param>
    /// <param name="message">The error's message.</param>
    /// <param name="code">The error's <c>extensions.code</c>; null for none.</param>
    /// <returns>The fake with that error; <see cref="Result"/> holds it.</returns>
    public Fake<TData> Error(string path, string message, string? code = null)
    {
        ArgumentNullException.ThrowIfNull(message);
        return Having(path, message, code);
    }

    /// <summary>Leaves out what <c>@skip</c> and <c>@include</c> leave out with these variables. Without variables everything is there.</summary>
    /// <param name="variables">The variables of a request.</param>
    /// <returns>The fake of an answer to that request.</returns>
    public Fake<TData> AnswerTo(IGraphQLVariables variables)
    {
        ArgumentNullException.ThrowIfNull(variables);
        return AnswerTo(VariablesJson.Of(variables));
    }

    internal Fake<TData> AnswerTo(JsonElement variables) => Having(_settings with { Variables = variables });

    /// <summary>Changes each record of a type: <c>With&lt;MachinesQuery.Machine>(one => one with { Name = "Lathe 1" })</c>.</summary>
    /// <typeparam name="TRecord">A record of the operation or of its fragments; a base record or an interface for all that are one.</typeparam>
    /// <param name="change">Makes the new record. Records within it are changed first.</param>
    /// <returns>The fake with such records.</returns>
    [RequiresUnreferencedCode(Fakes.ByReflection)]
    [RequiresDynamicCode(Fakes.ByReflection)]
    public Fake<TData> With<TRecord>(Func<TRecord, TRecord> change)
        where TRecord : class
    {
        ArgumentNullException.ThrowIfNull(change);
        return new(_operation, _document, _settings, [.. _changes, one => one is TRecord record ? change(record) : one], _seed);
    }

    /// <summary>Gets the data.</summary>
    /// <returns>The data, never null.</returns>
    /// <exception cref="InvalidOperationException">The errors that are asked for leave no data.</exception>
    public TData Data() => Result().Data
        ?? throw new InvalidOperationException($"The errors that are asked for leave no data of {_operation.Name}. "
            + "Take Result(), which holds the errors.");

    /// <summary>Gets the result: data, and the errors that were asked for.</summary>
    /// <returns>The result.</returns>
    /// <exception cref="InvalidOperationException">A null or an error was asked for at a place that the answer does not have.</exception>
    [UnconditionalSuppressMessage("Trimming", "IL2026", Justification = "There are no changes but by With, which says so.")]
    [UnconditionalSuppressMessage("AOT", "IL3050", Justification = "There are no changes but by With, which says so.")]
    public GraphQLResult<TData> Result()
    {
        var result = Read(_seed, new UniqueNumbers());
        return _changes.Length == 0 || result.Data is not { } data
            ? result
            : new GraphQLResult<TData>((TData)FakeRecords.Replace(data, Change)!, result.Errors);
    }

    /// <summary>Gets the JSON of the response that <see cref="Result"/> reads. Changes by <see cref="With"/> are not in it.</summary>
    /// <returns>Such as <c>{"data":{"machines":[]}}</c>.</returns>
    public string Json() => Encoding.UTF8.GetString(Write(Hash.Mix(0, (ulong)_seed), new UniqueNumbers()));

    /// <summary>Gets one record of the answer.</summary>
    /// <typeparam name="TRecord">A record of the operation or of its fragments.</typeparam>
    /// <param name="change">Makes the new record; null to take the record as it is.</param>
    /// <returns>The record.</returns>
    /// <exception cref="InvalidOperationException">The operation has no such record.</exception>
    [RequiresUnreferencedCode(Fakes.ByReflection)]
    [RequiresDynamicCode(Fakes.ByReflection)]
    public TRecord One<TRecord>(Func<TRecord, TRecord>? change = null)
        where TRecord : class => Many<TRecord>(1, (one, _) => change?.Invoke(one) ?? one)[0];

    /// <summary>
    /// Gets several records, each of another answer: <c>Many&lt;Machine>(3, (one, i) => one with { Name = $"Lathe {i}" })</c>.
    /// </summary>
    /// <typeparam name="TRecord">A record of the operation or of its fragments.</typeparam>
    /// <param name="count">How many, 0 or more.</param>
    /// <param name="change">Makes the new record from the record and its number, from 0; null to take the records as they are.</param>
    /// <returns>The records.</returns>
    /// <exception cref="InvalidOperationException">The operation has no such record.</exception>
    [RequiresUnreferencedCode(Fakes.ByReflection)]
    [RequiresDynamicCode(Fakes.ByReflection)]
    public ResultList<TRecord> Many<TRecord>(int count, Func<TRecord, int, TRecord>? change = null)
        where TRecord : class
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        var records = new TRecord[count];
        var unique = new UniqueNumbers();
        for (var i = 0; i < count; i++)
        {
            var record = Find<TRecord>(i, unique);
            records[i] = change is null ? record : change(record, i);
        }

        return new ResultList<TRecord>(records);
    }

    [RequiresUnreferencedCode(Fakes.ByReflection)]
    [RequiresDynamicCode(Fakes.ByReflection)]
    private TRecord Find<TRecord>(int number, UniqueNumbers unique)
        where TRecord : class
    {
        // A case of a union within another may be rare.
        const int MostAttempts = 500;
        for (var attempt = 0; attempt < MostAttempts; attempt++)
        {
            var seed = Hash.Mix(Hash.Mix(Hash.Mix(0, (ulong)_seed), (ulong)number), (ulong)attempt);
            if (FakeRecords.Find<TRecord>(Read(seed, unique).Data) is { } record)
                return (TRecord)FakeRecords.Replace(record, Change)!;
        }

        throw new InvalidOperationException($"No answer to {_operation.Name} has a {typeof(TRecord).Name}. "
            + $"Take a record of {_operation.Name} or of its fragments.");
    }

    private object Change(object record) => _changes.Aggregate(record, static (one, change) => change(one));

    private GraphQLResult<TData> Read(int seed, UniqueNumbers unique) => Read(Hash.Mix(0, (ulong)seed), unique);

    private GraphQLResult<TData> Read(ulong seed, UniqueNumbers unique) =>
        FakeReader.Read(_operation, _document.Plan(_settings.Variables).Root, () => Write(seed, unique));

    private byte[] Write(ulong seed, UniqueNumbers unique)
    {
        var root = _document.Plan(_settings.Variables).Root;
        var data = new FakeWriter(_settings, unique).Write(root, seed);
        return _settings.Errors.Count == 0
            ? [.. "{\"data\":"u8, .. data, (byte)'}']
            : Encoding.UTF8.GetBytes(FakeErrors.Apply(root, JsonNode.Parse(data)!, _settings.Errors).ToJsonString());
    }

    private Fake<TData> Having(FakeSettings settings) => new(_operation, _document, settings, _changes, _seed);

    private Fake<TData> Having(string path, string? message, string? code)
    {
        ArgumentNullException.ThrowIfNull(path);
        FakePath.Parse(path);
        return Having(_settings with { Errors = [.. _settings.Errors, new FakeError(path, message, code)] });
    }

    private static double Share(double share) => share is >= 0 and <= 1
        ? share
        : throw new ArgumentOutOfRangeException(nameof(share), share, "A share is from 0 to 1.");
}
