namespace Lathe.Testing.Faking;

/// <summary>Reads a fake by the generated reader. A scalar that the reader refuses is written in another form, until one passes.</summary>
internal static class FakeReader
{
    // Every form of a scalar may be tried. An operation has few scalars whose form is unknown.
    private const int MostAttempts = 1000;

    private static readonly object s_lock = new();

    public static GraphQLResult<TData> Read<TData>(GraphQLOperation<TData> operation, FakeComposite root, Func<byte[]> write)
        where TData : class
    {
        try
        {
            return ScriptedResponse.Read(operation, write());
        }
        catch (GraphQLResponseException)
        {
            // Two threads that look for a form at once could skip the right one.
            lock (s_lock)
                return ReadInOtherForms(operation, root, write);
        }
    }

    private static GraphQLResult<TData> ReadInOtherForms<TData>(GraphQLOperation<TData> operation, FakeComposite root, Func<byte[]> write)
        where TData : class
    {
        for (var attempt = 0; ; attempt++)
        {
            try
            {
                return ScriptedResponse.Read(operation, write());
            }
            catch (GraphQLResponseException exception) when (attempt < MostAttempts && TryAnotherForm(root, exception.Path))
            {
            }
        }
    }

    private static bool TryAnotherForm(FakeComposite root, string? path) =>
        path?.StartsWith("data.", StringComparison.Ordinal) == true && Find(root, path["data.".Length..]) is { Leaf.Scalar: { } scalar }
            && scalar.TryNext();

    private static FakeField? Find(FakeComposite root, string path)
    {
        FakeField? field = null;
        var composite = root;
        foreach (var key in FakePath.Parse(path).OfType<string>())
        {
            field = composite?.Find(key);
            composite = field?.Composite;
        }

        return field;
    }
}
