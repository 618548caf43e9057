using Microsoft.CodeAnalysis;

namespace Lathe.Generator.Analyzers;

/// <summary>The run time's types that the analyzers look for; found once a compilation.</summary>
internal sealed class LatheTypes
{
    private const string ServiceDiscovery = "Microsoft.Extensions.ServiceDiscovery";

    private static readonly string[] s_testFrameworks =
    [
        "xunit.core", "xunit.v3.core", "nunit.framework", "TUnit.Core", "MSTest.TestFramework", "Microsoft.VisualStudio.TestPlatform.TestFramework",
    ];

    private readonly bool _hasServiceDiscovery;
    private readonly INamedTypeSymbol? _clientOptions;
    private readonly INamedTypeSymbol? _tokenOptions;

    private LatheTypes(Compilation compilation, INamedTypeSymbol token)
    {
        Token = token;
        _clientOptions = compilation.GetTypeByMetadataName("Lathe.GraphQLClientOptions");
        _tokenOptions = compilation.GetTypeByMetadataName("Lathe.BearerTokenOptions");
        _hasServiceDiscovery = compilation.ReferencedAssemblyNames.Any(static assembly => assembly.Name == ServiceDiscovery);
        IsTest = compilation.ReferencedAssemblyNames.Any(assembly => s_testFrameworks.Contains(assembly.Name, StringComparer.OrdinalIgnoreCase));
    }

    /// <summary>Gets <c>Lathe.BearerToken</c>.</summary>
    public INamedTypeSymbol Token { get; }

    /// <summary>Gets a value indicating whether the project is a test project, where made-up keys are usual.</summary>
    public bool IsTest { get; }

    /// <summary>Finds the types.</summary>
    /// <param name="compilation">The compilation.</param>
    /// <returns>The types, or null when the project does not reference Lathe.</returns>
    public static LatheTypes? Find(Compilation compilation) =>
        compilation.GetTypeByMetadataName("Lathe.BearerToken") is { } token ? new LatheTypes(compilation, token) : null;

    /// <summary>Tells whether a property holds an address that gets the key.</summary>
    /// <param name="property">The property.</param>
    /// <returns>True for the endpoint of a client and the origin of a key.</returns>
    public bool IsAddress(IPropertySymbol property) =>
        (property.Name == "Endpoint" && Is(property.ContainingType, _clientOptions))
        || (property.Name == "Origin" && Is(property.ContainingType, _tokenOptions));

    /// <summary>Tells whether a plain http address is a name for service discovery, whose server is known only at run time.</summary>
    /// <param name="address">An absolute address.</param>
    /// <returns>True where the project has service discovery and the host is like <c>shop</c> or <c>_endpoint.shop</c>.</returns>
    public bool IsServiceName(Uri address)
    {
        // A name with an underscore is no name of DNS.
        if (!_hasServiceDiscovery || address.HostNameType is not (UriHostNameType.Dns or UriHostNameType.Basic))
            return false;
        var dot = address.Host.IndexOf('.');
        return dot < 0 || (address.Host[0] == '_' && address.Host.IndexOf('.', dot + 1) < 0);
    }

    /// <summary>Tells whether a property holds the name under which a key is found.</summary>
    /// <param name="property">The property.</param>
    /// <returns>True for a configuration key and an environment variable.</returns>
    public bool IsKeyName(IPropertySymbol property) =>
        property.Name is "ConfigurationKey" or "EnvironmentVariable" && Is(property.ContainingType, _tokenOptions);

    /// <summary>Tells whether a property names a place from which a key that serves all is read.</summary>
    /// <param name="property">The property.</param>
    /// <returns>True for a configuration key, an environment variable and a file.</returns>
    public bool IsKeySource(IPropertySymbol property) =>
        IsKeyName(property) || (property.Name == "File" && Is(property.ContainingType, _tokenOptions));

    private static bool Is(INamedTypeSymbol type, INamedTypeSymbol? expected) =>
        SymbolEqualityComparer.Default.Equals(type, expected);
}
