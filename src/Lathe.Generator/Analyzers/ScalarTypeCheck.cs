using Lathe.Generator.Binding;
using Lathe.Generator.Configuration;
using Lathe.Language.Configuration;
using Lathe.Language.Errors;
using Microsoft.CodeAnalysis;

namespace Lathe.Generator.Analyzers;

/// <summary>Holds the types and converters of a client's scalars against the C# that there is; what is not sure is left to the compiler.</summary>
internal sealed class ScalarTypeCheck
{
    private readonly GeneratedScope _scope;
    private readonly INamedTypeSymbol _contract;
    private readonly ScalarMap _scalars;
    private readonly bool _isPublic;

    private ScalarTypeCheck(GeneratedScope scope, INamedTypeSymbol contract, ClientConfig config)
    {
        _scope = scope;
        _contract = contract;
        _scalars = new ScalarMap(config.Scalars);
        _isPublic = config.Accessibility == ClientAccessibility.Public;
    }

    /// <summary>Begins a client, or returns null where no code of it is compiled.</summary>
    public static ScalarTypeCheck? Create(Compilation compilation, ClientPlan client) =>
        compilation.GetTypeByMetadataName("Lathe.IScalarConverter`1") is { } contract
            && GeneratedScope.Find(compilation, client.FullName) is { } scope
            ? new ScalarTypeCheck(scope, contract, client.Config)
            : null;

    /// <summary>Finds the first reason why generated code could not use a mapping.</summary>
    public LanguageError? Check(ScalarMapping mapping, ScalarLocation location)
    {
        if (_scalars.Find(mapping.Scalar) is not { Kind: ScalarKind.Converter, Converter: { } converterName } scalar
            || _scope.Bind(scalar.ClrType) is not { } type)
            return null;
        if (FaultOfName(type, ScalarTypeErrors.TypeOf(mapping), mapping.Type) is { } typeFault)
            return Error(typeFault, location.Type);
        if (_isPublic && !IsPublic(type))
            return Error(ScalarTypeErrors.LessAccessible(ScalarTypeErrors.TypeOf(mapping)), location.Type);
        if (mapping.Converter is null)
            return FaultOfType(mapping, type) is { } fault ? Error(fault, location.Type) : null;
        if (_scope.Bind(converterName) is not { } converter)
            return null;
        return (FaultOfName(
            converter, ScalarTypeErrors.ConverterOf(mapping), mapping.Converter) ?? FaultOfConverter(mapping, type, converter)) is { } found
            ? Error(found, location.Converter)
            : null;
    }

    private static LanguageError Error(string message, SourceLocation location) => new(ScalarTypeErrors.UnusableScalarType, message, [location]);

    private string? FaultOfName(ITypeSymbol type, string what, string configured)
    {
        if (GeneratedScope.FindError(type) is { } error)
            return ScalarTypeErrors.Missing(what, error.ToDisplayString(), configured, _scope.FindSimilar(error.Name));
        return _scope.CanReach(type) ? null : ScalarTypeErrors.Inaccessible(what);
    }

    private string? FaultOfType(ScalarMapping mapping, ITypeSymbol type)
    {
        if (type.OriginalDefinition.SpecialType == SpecialType.System_Nullable_T)
            return ScalarTypeErrors.NullableType(mapping);
        var contract = _contract.Construct(type);
        return MayConvert(type, contract) ? null : ScalarTypeErrors.TypeWithoutConverter(mapping, contract.ToDisplayString());
    }

    private string? FaultOfConverter(ScalarMapping mapping, ITypeSymbol type, ITypeSymbol converter)
    {
        var contract = _contract.Construct(type);
        if (MayConvert(converter, contract))
            return null;
        var other = converter.AllInterfaces.FirstOrDefault(one => SymbolEqualityComparer.Default.Equals(one.OriginalDefinition, _contract));
        return ScalarTypeErrors.NoConverter(mapping, contract.ToDisplayString(), other?.ToDisplayString());
    }

    // Interfaces have rules of their own, and a base type that does not compile is reported where it stands.
    private static bool MayConvert(ITypeSymbol converter, INamedTypeSymbol contract) =>
        converter.TypeKind == TypeKind.Interface
        || converter.AllInterfaces.Any(one => one.TypeKind == TypeKind.Error || SymbolEqualityComparer.Default.Equals(one, contract))
        || BaseTypes(converter).Any(static one => one.TypeKind == TypeKind.Error);

    private static IEnumerable<INamedTypeSymbol> BaseTypes(ITypeSymbol type)
    {
        for (var one = type.BaseType; one is not null; one = one.BaseType)
            yield return one;
    }

    private static bool IsPublic(ITypeSymbol type) => type switch
    {
        IArrayTypeSymbol array => IsPublic(array.ElementType),
        INamedTypeSymbol named => named.DeclaredAccessibility == Accessibility.Public && named.TypeArguments.All(IsPublic)
            && (named.ContainingType is null || IsPublic(named.ContainingType)),
        _ => true,
    };
}
