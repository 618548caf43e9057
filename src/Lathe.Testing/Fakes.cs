using Lathe.Testing.Faking;

namespace Lathe.Testing;

/// <summary>
/// Makes whole answers, valid by the schema and read by the generated reader: the same seed gives the same answer on every machine.
/// </summary>
/// <example>
/// <code>
/// var data = Fakes.Of(MachinesQuery.Operation, seed: 7) with { Total = 3 };
/// </code>
/// </example>
public static class Fakes
{
    internal const string ByReflection = "Records are found by reflection, which a trimmed program may lack.";

    /// <summary>Makes the data of an answer.</summary>
    /// <typeparam name="TData">The type of the operation's data.</typeparam>
    /// <param name="operation">The operation, from the generated code.</param>
    /// <param name="seed">Decides all values.</param>
    /// <returns>The data. A list has three items, a list within a list two, and a deeper one has one. Nothing is null unless it has to be.</returns>
    /// <exception cref="InvalidOperationException">The test project has no schema for the operation; the message says how to give one.</exception>
    public static TData Of<TData>(GraphQLOperation<TData> operation, int seed = 0)
        where TData : class => For(operation, seed).Data();

    /// <summary>Makes the data of an answer, with changes.</summary>
    /// <typeparam name="TData">The type of the operation's data.</typeparam>
    /// <param name="operation">The operation, from the generated code.</param>
    /// <param name="seed">Decides all values that <paramref name="change"/> does not.</param>
    /// <param name="change">Changes the fake, such as <c>fake => fake.ListsOf(5)</c>.</param>
    /// <returns>The data.</returns>
    /// <exception cref="InvalidOperationException">The test project has no schema for the operation, or the errors that are asked for leave
    /// no data.</exception>
    public static TData Of<TData>(GraphQLOperation<TData> operation, int seed, Func<Fake<TData>, Fake<TData>> change)
        where TData : class
    {
        ArgumentNullException.ThrowIfNull(change);
        return change(For(operation, seed)).Data();
    }

    /// <summary>Begins a fake. It gives data, results with errors, JSON or single records.</summary>
    /// <typeparam name="TData">The type of the operation's data.</typeparam>
    /// <param name="operation">The operation, from the generated code.</param>
    /// <param name="seed">Decides all values.</param>
    /// <param name="schema">The schema of the operation; null for that of the project that holds the client.</param>
    /// <returns>The fake.</returns>
    /// <exception cref="InvalidOperationException">The test project has no schema for the operation; the message says how to give one.</exception>
    public static Fake<TData> For<TData>(GraphQLOperation<TData> operation, int seed = 0, FakeSchema? schema = null)
        where TData : class
    {
        ArgumentNullException.ThrowIfNull(operation);
        return new Fake<TData>(operation, schema?.DocumentOf(operation) ?? FakeSource.Of(operation), new FakeSettings(), [], seed);
    }
}
