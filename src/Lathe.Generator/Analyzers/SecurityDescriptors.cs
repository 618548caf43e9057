using Lathe.Generator.Diagnostics;
using Microsoft.CodeAnalysis;

namespace Lathe.Generator.Analyzers;

/// <summary>The security diagnostics (<c>GQL3xxx</c>).</summary>
internal static class SecurityDescriptors
{
    public static readonly DiagnosticDescriptor KeyInSource = new(
        "GQL3001",
        "API key in source code",
        "This API key is written in source code, where everyone who can read the repository or the program can take it. Revoke it, and read the new "
            + "one from configuration: AddBearerToken(\"Section:ApiKey\").",
        "Security",
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: HelpLinks.For("GQL3001"));

    public static readonly DiagnosticDescriptor PlainHttp = new(
        "GQL3002",
        "Endpoint without encryption",
        "'{0}' is plain http to a host that is not loopback: anyone on the way can read the API key. Use https.",
        "Security",
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: HelpLinks.For("GQL3002"));

    public static readonly DiagnosticDescriptor KeyInBrowser = new(
        "GQL3020",
        "API key in a browser",
        "This project runs in browsers, where every visitor can read the key that is named here. Let your server send the requests and keep the key, "
            + "or use tokens of the visitors' own: AddBearerTokenProvider<T>().",
        "Security",
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: HelpLinks.For("GQL3020"));
}
