using Microsoft.CodeAnalysis;

namespace Lathe.Generator.Unused;

/// <summary>Tells what Lathe generated from what people wrote.</summary>
internal static class GeneratedTypes
{
    private const string GeneratorFolder = "Lathe.Generator.LatheGenerator";

    /// <summary>Tells whether a tree is of Lathe's generator.</summary>
    public static bool IsOurs(SyntaxTree tree) => tree.FilePath.Contains(GeneratorFolder);

    /// <summary>Tells whether a type is a generated result: a record or a class, or the interface of a fragment.</summary>
    public static bool IsResult(ITypeSymbol type) => type switch
    {
        INamedTypeSymbol { TypeKind: TypeKind.Class } result => IsResultClass(result),
        INamedTypeSymbol { TypeKind: TypeKind.Interface, IsGenericType: false } view => IsMarked(view) && !view.GetMembers().Any(IsMethod),
        _ => false,
    };

    /// <summary>Tells whether a type, or the one that it stands in, is marked as made by Lathe.</summary>
    public static bool IsMarked(INamedTypeSymbol type)
    {
        for (var one = type; one is not null; one = one.ContainingType)
        {
            if (one.GetAttributes().Any(static attribute => attribute.AttributeClass?.Name == "GeneratedCodeAttribute"
                && attribute.ConstructorArguments is [{ Value: "Lathe" }, ..]))
                return true;
        }

        return false;
    }

    /// <summary>Makes the name by which models know a type.</summary>
    public static string NameOf(ITypeSymbol type) => Plain(type.OriginalDefinition.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat));

    /// <summary>Makes a name that does not depend on how it was escaped.</summary>
    public static string Plain(string name) => name.Replace("@", string.Empty);

    private static bool IsResultClass(INamedTypeSymbol type)
    {
        for (var one = type.BaseType; one is not null; one = one.BaseType)
        {
            if (one is { Name: "ResultRecord" or "ResultObject", ContainingNamespace: { Name: "Lathe", ContainingNamespace: var outer } }
                && outer.IsGlobalNamespace)
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsMethod(ISymbol member) => member is IMethodSymbol { MethodKind: MethodKind.Ordinary };
}
