using System.Reflection;

namespace Lathe.Requests;

/// <summary>Says who sends: some servers and firewalls refuse requests that do not.</summary>
internal static class UserAgent
{
    private static readonly string s_own = "Lathe/" + Version();

    /// <summary>Gets the header of a client: the application's own product in front, and Lathe; null in a browser, which sends its own.</summary>
    public static string? Of(HttpClient http, GraphQLClientOptions options)
    {
        if (OperatingSystem.IsBrowser())
            return null;
        var application = options.UserAgent ?? http.DefaultRequestHeaders.UserAgent.ToString();
        return application.Length == 0 ? s_own : $"{application} {s_own}";
    }

    private static string Version()
    {
        var version = typeof(UserAgent).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "0";
        return version.Split('+')[0];
    }
}
