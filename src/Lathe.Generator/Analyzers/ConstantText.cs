using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Lathe.Generator.Analyzers;

/// <summary>Finds the text that an expression is known to have while compiling.</summary>
internal static class ConstantText
{
    /// <summary>Gets the text of a constant, or of a local or read-only field whose only value is a constant.</summary>
    /// <param name="operation">The expression.</param>
    /// <returns>The text, or null when it is not known.</returns>
    public static string? Find(IOperation? operation)
    {
        while (operation is IConversionOperation conversion)
            operation = conversion.Operand;
        return operation switch
        {
            { ConstantValue: { HasValue: true, Value: string text } } => text,
            ILocalReferenceOperation local => FindInitializer(local.Local, operation.SemanticModel),
            IFieldReferenceOperation { Field.IsReadOnly: true } field => FindInitializer(field.Field, operation.SemanticModel),
            IInterpolatedStringOperation interpolated => FindParts(interpolated),
            _ => null,
        };
    }

    private static string? FindInitializer(ISymbol symbol, SemanticModel? model)
    {
        if (symbol.DeclaringSyntaxReferences is not [var reference]
            || reference.GetSyntax() is not VariableDeclaratorSyntax { Initializer.Value: LiteralExpressionSyntax literal } declarator
            || (symbol is ILocalSymbol && IsAssigned(declarator, symbol.Name)))
        {
            return null;
        }

        return model is null ? null : literal.Token.Value as string;
    }

    // A local that is written again may hold anything by the time it is used.
    private static bool IsAssigned(VariableDeclaratorSyntax declarator, string name) =>
        declarator.Ancestors().OfType<BlockSyntax>().FirstOrDefault() is { } block
        && block.DescendantNodes().OfType<AssignmentExpressionSyntax>()
            .Any(assignment => assignment.Left is IdentifierNameSyntax left && left.Identifier.ValueText == name);

    private static string? FindParts(IInterpolatedStringOperation interpolated)
    {
        var text = string.Empty;
        foreach (var part in interpolated.Parts)
        {
            var value = part switch
            {
                IInterpolatedStringTextOperation literal => Find(literal.Text),
                IInterpolationOperation hole => Find(hole.Expression),
                _ => null,
            };
            if (value is null)
                return null;
            text += value;
        }

        return text;
    }
}
