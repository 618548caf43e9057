using Lathe.Language.Configuration;

namespace Lathe.Testing.Faking;

/// <summary>
/// A scalar of a schema and the form of its values. The form begins as that of the scalar's name. What the client's reader refuses, for the
/// configuration
/// maps the scalar to another type or a converter of the user's reads it, is the next form's turn.
/// </summary>
internal sealed class FakeScalar(string name)
{
    private static readonly ScalarKind[] s_others =
    [
        ScalarKind.String, ScalarKind.Int, ScalarKind.Decimal, ScalarKind.DateTimeOffset, ScalarKind.DateOnly, ScalarKind.TimeOnly,
        ScalarKind.TimeSpan, ScalarKind.Guid, ScalarKind.Uri, ScalarKind.Bytes, ScalarKind.Boolean, ScalarKind.Json, ScalarKind.DateTime,
    ];

    private readonly ScalarKind _first = DefaultScalars.Find(name) ?? ScalarKind.String;
    private int _form;

    /// <summary>Gets the scalar's name in the schema.</summary>
    public string Name { get; } = name;

    /// <summary>Gets the number of the form: 0 at first.</summary>
    public int Form => Volatile.Read(ref _form);

    /// <summary>Gets the kind of JSON that is written.</summary>
    public ScalarKind Kind => Form == 0 ? _first : s_others[Form - 1];

    /// <summary>Goes on to the next form.</summary>
    /// <returns>Whether there is another form.</returns>
    public bool TryNext()
    {
        if (Form >= s_others.Length)
            return false;
        Volatile.Write(ref _form, Form + 1);
        return true;
    }
}
