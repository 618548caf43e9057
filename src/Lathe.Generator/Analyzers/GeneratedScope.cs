using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Lathe.Generator.Analyzers;

/// <summary>What a name means where a client's generated code stands.</summary>
internal sealed class GeneratedScope
{
    private readonly Compilation _compilation;
    private readonly SemanticModel _model;
    private readonly int _position;

    private GeneratedScope(Compilation compilation, SyntaxReference client)
    {
        _compilation = compilation;
        // It binds the few names itself: no other analysis has bound them.
#pragma warning disable RS1030
        _model = compilation.GetSemanticModel(client.SyntaxTree);
#pragma warning restore RS1030
        _position = client.Span.Start;
    }

    /// <summary>Finds the generated part of a client's class; null where there is none.</summary>
    public static GeneratedScope? Find(Compilation compilation, string client) =>
        compilation.GetTypeByMetadataName(client)?.DeclaringSyntaxReferences
            .FirstOrDefault(static part => part.SyntaxTree.FilePath.EndsWith(".g.cs", StringComparison.Ordinal)) is { } generated
            ? new GeneratedScope(compilation, generated)
            : null;

    /// <summary>Binds a type as the compiler does; null for what it tells best: syntax, type arguments, a name of several types.</summary>
    public ITypeSymbol? Bind(string type)
    {
        var syntax = SyntaxFactory.ParseTypeName(type, options: _model.SyntaxTree.Options, consumeFullText: true);
        if (syntax.ContainsDiagnostics)
            return null;
        var bound = _model.GetSpeculativeTypeInfo(_position, syntax, SpeculativeBindingOption.BindAsTypeOrNamespace).Type;
        var isOpen = bound is INamedTypeSymbol named
            && (named.IsUnboundGenericType || named.TypeArguments.Any(static one => one.TypeKind == TypeKind.TypeParameter));
        return isOpen || (bound is not null && FindError(bound) is { CandidateReason: not CandidateReason.None }) ? null : bound;
    }

    /// <summary>Finds what is missing of a type.</summary>
    public static IErrorTypeSymbol? FindError(ITypeSymbol type) => type switch
    {
        IErrorTypeSymbol error => error,
        IArrayTypeSymbol array => FindError(array.ElementType),
        INamedTypeSymbol named =>
            named.TypeArguments.Select(FindError)
                .Append(named.ContainingType is null ? null : FindError(named.ContainingType))
                .FirstOrDefault(static one => one is not null),
        _ => null,
    };

    /// <summary>Tells whether code of the project can use a type.</summary>
    public bool CanReach(ISymbol type) => _compilation.IsSymbolAccessibleWithin(type, _compilation.Assembly);

    /// <summary>Finds a type of the project by its name without a namespace.</summary>
    public string? FindSimilar(string name) =>
        _compilation.GetSymbolsWithName(name, SymbolFilter.Type).Where(type => type is INamedTypeSymbol { IsGenericType: false } && CanReach(type))
            .Select(static type => type.ToDisplayString()).OrderBy(static one => one, StringComparer.Ordinal).FirstOrDefault();
}
