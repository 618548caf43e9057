using System.Runtime.CompilerServices;

namespace Lathe.Json;

// Most answers have no errors, so they are first read as if there were none: a null that asks for its error is only noted. Where one did, and there
// are errors, the answer is read again with their places.
public ref partial struct JsonCursor
{
    /// <summary>Gets whether a null asked for its error while errors were not known.</summary>
    internal readonly bool IsAskedForErrors => _isAskedForErrors;

    /// <summary>Gets the error that no place around it has caught; null when there is none.</summary>
    internal readonly GraphQLError? Thrown => _thrown;

    /// <summary>Gives what a null is at a place that is a value or an error.</summary>
    /// <typeparam name="T">The type of the value, which may be null.</typeparam>
    /// <returns>Its error, or null as a value.</returns>
    public FieldResult<T> NullResult<T>() => new() { Error = ErrorOfNull(isValue: true) };

    /// <summary>Gives what a null is at a place that is a value, which is never null, or an error.</summary>
    /// <typeparam name="T">The type of the value.</typeparam>
    /// <returns>Its error.</returns>
    /// <exception cref="GraphQLReadException">No error explains the null.</exception>
    public FieldResult<T> ErrorResult<T>() => new() { Error = ErrorOfNull(isValue: false) };

    /// <summary>Reads the null of a field that is a value or an error, and whose value may be null.</summary>
    /// <typeparam name="T">The type of the value, which may be null.</typeparam>
    /// <param name="errors">The errors of the record's fields, to which one that explains the null is added.</param>
    /// <param name="name">The name of the field's property.</param>
    /// <returns>Null.</returns>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public T? NullOrError<T>(scoped ref FieldErrors errors, string name)
    {
        if (ErrorOfNull(isValue: true) is { } error)
            errors.Add(name, error);
        return default;
    }

    /// <summary>Reads the null of a field that is a value, which is never null, or an error.</summary>
    /// <typeparam name="T">The type of the value.</typeparam>
    /// <param name="errors">The errors of the record's fields, to which that of the field is added.</param>
    /// <param name="name">The name of the field's property.</param>
    /// <returns>The default of the type, which stands beside the error.</returns>
    /// <exception cref="GraphQLReadException">No error explains the null.</exception>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public T NullByError<T>(scoped ref FieldErrors errors, string name)
    {
        if (ErrorOfNull(isValue: false) is { } error)
            errors.Add(name, error);
        return default!;
    }

    /// <summary>Takes a null where errors are as null, and nothing else is.</summary>
    /// <typeparam name="T">The type of the place.</typeparam>
    /// <returns>Null.</returns>
    /// <exception cref="GraphQLReadException">No error explains the null.</exception>
    public T? ErrorNull<T>()
    {
        ErrorOfNull(isValue: false);
        return default;
    }

    /// <summary>Takes a null where errors are thrown to the nearest place around them that catches.</summary>
    /// <typeparam name="T">The type of the place, of which null is a value.</typeparam>
    /// <returns>Null; where an error explains it, the place that catches throws it away.</returns>
    public T? ThrowOrNull<T>()
    {
        Throw(ErrorOfNull(isValue: true));
        return default;
    }

    /// <summary>Takes a null where errors are thrown to the nearest place around them that catches.</summary>
    /// <typeparam name="T">The type of the place, of which null is no value.</typeparam>
    /// <returns>The default of the type, which the place that catches throws away.</returns>
    /// <exception cref="GraphQLReadException">No error explains the null.</exception>
    public T Throw<T>()
    {
        Throw(ErrorOfNull(isValue: false));
        return default!;
    }

    /// <summary>Begins to catch what is thrown below a place.</summary>
    /// <returns>What was thrown around it already, for the end.</returns>
    public GraphQLError? Try()
    {
        var around = _thrown;
        if (around is not null)
            _thrown = null;
        return around;
    }

    /// <summary>Ends to catch what is thrown below a place.</summary>
    /// <typeparam name="T">The type of its value.</typeparam>
    /// <param name="around">What the beginning gave.</param>
    /// <param name="value">The value.</param>
    /// <returns>The first error that was thrown, else the value.</returns>
    public FieldResult<T> Catch<T>(GraphQLError? around, T value)
    {
        var thrown = EndTry(around);
        return thrown is null ? value : new FieldResult<T> { Error = thrown };
    }

    /// <summary>Ends to catch what is thrown below a field that is a value or an error.</summary>
    /// <typeparam name="T">The type of its value.</typeparam>
    /// <param name="around">What the beginning gave.</param>
    /// <param name="value">The value.</param>
    /// <param name="errors">The errors of the record's fields, to which the first that was thrown is added.</param>
    /// <param name="name">The name of the field's property.</param>
    /// <returns>The value; the default when an error was thrown.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T Catch<T>(GraphQLError? around, T value, scoped ref FieldErrors errors, string name)
    {
        if (_thrown is null && around is null)
            return value;
        return CatchThrown(around, value, ref errors, name);
    }

    /// <summary>Ends to catch what is thrown below a place.</summary>
    /// <typeparam name="T">The type of its value.</typeparam>
    /// <param name="around">What the beginning gave.</param>
    /// <param name="value">The value.</param>
    /// <returns>Null when an error was thrown, else the value.</returns>
    public T? CatchNull<T>(GraphQLError? around, T value)
        where T : class => EndTry(around) is null ? value : null;

    /// <summary>Makes a cursor that reads the same once more, errors known.</summary>
    /// <param name="position">Where the value of <c>data</c> begins.</param>
    /// <param name="errors">The places of the errors.</param>
    internal readonly JsonCursor Again(int position, ErrorPlaces errors) =>
        new(_json, _maxDepth) { _position = position, _depth = 1, _errors = errors };

    /// <summary>Refuses an answer without errors that has a null which only an error may leave.</summary>
    /// <exception cref="GraphQLReadException">It has one.</exception>
    internal readonly void RefuseUnexplainedNulls()
    {
        if (_unexplained > 0)
            throw GraphQLReadException.Unexplained(_json, _unexplained);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private T CatchThrown<T>(GraphQLError? around, T value, scoped ref FieldErrors errors, string name)
    {
        if (EndTry(around) is not { } thrown)
            return value;
        errors.Add(name, thrown);
        return default!;
    }

    private void Throw(GraphQLError? error) => _thrown ??= error;

    // A write of a reference costs more than to see that there is none to write.
    private GraphQLError? EndTry(GraphQLError? around)
    {
        var thrown = _thrown;
        if (thrown is not null || around is not null)
            _thrown = around;
        return thrown;
    }

    // The cursor is behind the null.
    private GraphQLError? ErrorOfNull(bool isValue)
    {
        var at = _position - "null".Length;
        if (_errors is null)
        {
            _isAskedForErrors = true;
            if (!isValue && _unexplained == 0)
                _unexplained = at;
            return null;
        }

        return _errors.Of(at) ?? (isValue ? null : throw GraphQLReadException.Unexplained(_json, at));
    }
}
