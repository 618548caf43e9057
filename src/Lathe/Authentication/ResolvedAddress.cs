namespace Lathe.Authentication;

/// <summary>What a known resolver made of a request's address, noted on the request while it is on its way.</summary>
internal static class ResolvedAddress
{
    private static readonly HttpRequestOptionsKey<Uri> s_key = new("Lathe.ResolvedAddress");
    private static readonly HttpRequestOptionsKey<bool> s_isBound = new("Lathe.IsBoundForOrigin");

    public static Uri? Find(HttpRequestMessage request) => request.Options.TryGetValue(s_key, out var address) ? address : null;

    /// <summary>Notes, outside of the resolver, whether the request is bound for the origin.</summary>
    public static void Begin(HttpRequestMessage request, bool isBound) => request.Options.Set(s_isBound, isBound);

    /// <summary>Notes, inside of the resolver, what it made of the address.</summary>
    public static void Note(HttpRequestMessage request)
    {
        if (request.Options.TryGetValue(s_isBound, out var isBound) && isBound)
            request.Options.Set(s_key, request.RequestUri!);
        else
            End(request);
    }

    public static void End(HttpRequestMessage request)
    {
        var options = (IDictionary<string, object?>)request.Options;
        options.Remove(s_key.Key);
        options.Remove(s_isBound.Key);
    }
}
