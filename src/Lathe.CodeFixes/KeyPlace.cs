using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Lathe.CodeFixes;

/// <summary>What stands for a key that is moved to configuration.</summary>
/// <param name="Title">What the editor shows.</param>
/// <param name="Value">The expression.</param>
internal sealed record KeyPlace(string Title, ExpressionSyntax Value)
{
    private const string Configuration = "Microsoft.Extensions.Configuration.IConfiguration";

    /// <summary>Finds what to write for a key.</summary>
    /// <param name="key">The literal.</param>
    /// <param name="model">The semantics of its file.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>The name of a configuration value where one is asked for, else code that reads one; null where neither is known to fit.</returns>
    public static KeyPlace? Replacement(LiteralExpressionSyntax key, SemanticModel model, CancellationToken cancellationToken)
    {
        var name = $"{ClientOf(key)}:ApiKey";
        if (IsNameOfKey(key, model, cancellationToken))
            return new KeyPlace($"Name the configuration value '{name}', and revoke this key", Text(name));
        if (key.Parent is not ArgumentSyntax)
            return null;
        var source = ConfigurationAt(key, model) is { } configuration
            ? $"{configuration}[\"{name}\"]"
            : $"global::System.Environment.GetEnvironmentVariable(\"{name.Replace(":", "__")}\")";
        var read = $"{source} ?? throw new global::System.InvalidOperationException(\"Set {name}.\")";
        var value = SyntaxFactory.ParseExpression(IsHeader(key) ? $"\"Bearer \" + ({read})" : read);
        return new KeyPlace($"Read the key from the configuration value '{name}', and revoke this one", value);
    }

    // What is sent has the scheme before the key.
    private static bool IsHeader(LiteralExpressionSyntax key) =>
        key.Token.ValueText.TrimStart().StartsWith("Bearer ", StringComparison.OrdinalIgnoreCase);

    // AddBearerToken("...") and ConfigurationKey = "..." ask for a name, where somebody put the key.
    private static bool IsNameOfKey(LiteralExpressionSyntax key, SemanticModel model, CancellationToken cancellationToken) => key.Parent switch
    {
        ArgumentSyntax { Parent.Parent: InvocationExpressionSyntax call } =>
            model.GetSymbolInfo(call, cancellationToken).Symbol is IMethodSymbol { Name: "AddBearerToken" or "AddApiKey" },
        AssignmentExpressionSyntax { Left: var target } =>
            model.GetSymbolInfo(target, cancellationToken).Symbol is IPropertySymbol { Name: "ConfigurationKey" },
        _ => false,
    };

    // services.AddShopClient(...) says whose key it is.
    private static string ClientOf(SyntaxNode key)
    {
        foreach (var call in key.Ancestors().TakeWhile(static one => one is not MemberDeclarationSyntax).SelectMany(Calls))
        {
            var name = call.Name.Identifier.ValueText;
            if (name.StartsWith("Add", StringComparison.Ordinal) && name.EndsWith("Client", StringComparison.Ordinal)
                && name is not ("AddClient" or "AddHttpClient"))
                return name.Substring("Add".Length, name.Length - "AddClient".Length);
        }

        return "GraphQL";
    }

    private static IEnumerable<MemberAccessExpressionSyntax> Calls(SyntaxNode node)
    {
        for (var call = node as InvocationExpressionSyntax; call?.Expression is MemberAccessExpressionSyntax access;
            call = access.Expression as InvocationExpressionSyntax)
            yield return access;
    }

    // A variable that is the configuration, or has it, as the builders of hosts do.
    private static string? ConfigurationAt(SyntaxNode key, SemanticModel model)
    {
        foreach (var symbol in model.LookupSymbols(key.SpanStart).Where(one => IsReadable(one, key)))
        {
            if (TypeOf(symbol) is not { } type)
                continue;
            if (IsConfiguration(type))
                return symbol.Name;
            if (type.GetMembers("Configuration").OfType<IPropertySymbol>().Any(static one => IsConfiguration(one.Type)))
                return $"{symbol.Name}.Configuration";
        }

        return null;
    }

    private static bool IsReadable(ISymbol symbol, SyntaxNode key) => symbol is not ILocalSymbol
        || symbol.DeclaringSyntaxReferences.All(one => one.Span.End < key.SpanStart);

    private static ITypeSymbol? TypeOf(ISymbol symbol) => symbol switch
    {
        ILocalSymbol local => local.Type,
        IParameterSymbol parameter => parameter.Type,
        IFieldSymbol { IsStatic: true } field => field.Type,
        IPropertySymbol { IsStatic: true } property => property.Type,
        _ => null,
    };

    private static bool IsConfiguration(ITypeSymbol type) =>
        type.ToDisplayString() == Configuration || type.AllInterfaces.Any(static one => one.ToDisplayString() == Configuration);

    private static LiteralExpressionSyntax Text(string text) =>
        SyntaxFactory.LiteralExpression(SyntaxKind.StringLiteralExpression, SyntaxFactory.Literal(text));
}
