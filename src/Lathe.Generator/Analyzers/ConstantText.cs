using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Lathe.Generator.Analyzers;

/// <summary>Finds the text that an expression is known to have while compiling.</summary>
internal static class ConstantText
{
    /// <summary>Gets the text of a constant, or of a local, read-only field or property whose only value is a constant.</summary>
    /// <param name="operation">The expression.</param>
    /// <returns>The text, or null when it is not known.</returns>
    public static string? Find(IOperation? operation)
    {
        operation = Unwrap(operation);
        return operation switch
        {
            // A name is not a value.
            INameOfOperation => null,
            { ConstantValue: { HasValue: true, Value: string text } } => text,
            ILocalReferenceOperation local => OnlyValues.Find(local.Local) is { } value ? FindConstant(value, operation.SemanticModel) : null,
            IFieldReferenceOperation { Field.IsReadOnly: true } field =>
                OnlyValues.Find(field.Field) is { } value ? FindConstant(value, operation.SemanticModel) : null,
            IPropertyReferenceOperation { Property.SetMethod: null } property =>
                OnlyValues.Find(property.Property) is { } value ? FindConstant(value, operation.SemanticModel) : null,
            IInvocationOperation { TargetMethod: { Parameters.Length: 0, IsVirtual: false, IsAbstract: false } method } =>
                OnlyValues.Find(method) is { } value ? FindConstant(value, operation.SemanticModel) : null,
            IInterpolatedStringOperation interpolated => FindParts(interpolated),
            _ => null,
        };
    }

    /// <summary>
    /// Gets the expressions that an expression may stand for: both sides of <c>??</c> and <c>?:</c>, the arms of a <c>switch</c>, what is trimmed,
    /// and the default of a configuration value.
    /// </summary>
    /// <param name="operation">The expression.</param>
    public static IEnumerable<IOperation> Alternatives(IOperation? operation) => Unwrap(operation) switch
    {
        null => [],
        ICoalesceOperation coalesce => [.. Alternatives(coalesce.Value), .. Alternatives(coalesce.WhenNull)],
        IConditionalOperation { WhenFalse: { } other } conditional => [.. Alternatives(conditional.WhenTrue), .. Alternatives(other)],
        ISwitchExpressionOperation choice => choice.Arms.SelectMany(static arm => Alternatives(arm.Value)),
        IInvocationOperation
        {
            Instance: { } text, TargetMethod: { Name: "Trim" or "TrimStart" or "TrimEnd", ContainingType.SpecialType: SpecialType.System_String },
        } =>
            Alternatives(text),
        IInvocationOperation
        {
            TargetMethod.Name: "GetValue", Arguments: { Length: > 1 } arguments,
        } when arguments[arguments.Length - 1].Parameter?.Name == "defaultValue" =>
            Alternatives(arguments[arguments.Length - 1].Value),
        { } one => [one],
    };

    /// <summary>Takes conversions and the operator <c>!</c> off.</summary>
    public static IOperation? Unwrap(IOperation? operation)
    {
        while (operation is IConversionOperation conversion)
            operation = conversion.Operand;
        return operation;
    }

    private static string? FindConstant(ExpressionSyntax value, SemanticModel? model)
    {
        if (model is not null && model.SyntaxTree == value.SyntaxTree)
            return model.GetConstantValue(value) is { HasValue: true, Value: string text } && !value.IsKind(SyntaxKind.InvocationExpression)
                ? text
                : null;
        return (value as LiteralExpressionSyntax)?.Token.Value as string;
    }

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
