using System.Collections.Immutable;
using Lathe.Generator.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace Lathe.Generator.Analyzers;

/// <summary>
/// Reports data that is used without a look at the errors of its result (<c>GQL3003</c>): <c>Data!</c>, which <c>RequireData()</c> would say in
/// words, and <c>Data?.</c>, which makes an empty answer of a failure. Test projects are left alone.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
internal sealed class UncheckedResultAnalyzer : DiagnosticAnalyzer
{
    /// <summary>The data is used and nothing looks at the errors.</summary>
    public static readonly DiagnosticDescriptor Descriptor = new(
        "GQL3003",
        "Result used without a look at its errors",
        "Nothing here looks at the errors of this result. When the server refuses, there is no data, and nothing says why. Use RequireData(), which "
            + "throws with the errors, or look at HasErrors.",
        "Usage",
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: HelpLinks.For("GQL3003"));

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(Descriptor);

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(static start =>
        {
            if (LatheTypes.Find(start.Compilation) is not { IsTest: false }
                || start.Compilation.GetTypeByMetadataName("Lathe.GraphQLResult`1")?.GetMembers("Data").FirstOrDefault() is not { } data)
                return;
            start.RegisterOperationAction(found => Analyze(found, data), OperationKind.PropertyReference);
        });
    }

    private static void Analyze(OperationAnalysisContext context, ISymbol data)
    {
        var reference = (IPropertyReferenceOperation)context.Operation;
        if (!SymbolEqualityComparer.Default.Equals(reference.Property.OriginalDefinition, data) || !IsTrusted(reference))
            return;
        var isLookedAt = Receiver(reference) switch
        {
            ILocalReferenceOperation local => IsLookedAt(reference, use => use is ILocalReferenceOperation one && Same(one.Local, local.Local)),
            IParameterReferenceOperation parameter =>
                IsLookedAt(reference, use => use is IParameterReferenceOperation one && Same(one.Parameter, parameter.Parameter)),
            IAwaitOperation or IInvocationOperation => false,
            _ => true,
        };
        if (!isLookedAt)
            context.ReportDiagnostic(Diagnostic.Create(Descriptor, Marked(reference).GetLocation()));
    }

    // Data!, Data?.Member and Data.Member. Data that is compared, passed on or kept is handled elsewhere.
    private static bool IsTrusted(IPropertyReferenceOperation reference)
    {
        if (Marked(reference) != reference.Syntax)
            return true;
        var user = Above(reference);
        if (user is IConditionalAccessOperation access && Covers(access.Operation, reference))
            return !IsTested(access);
        return user is IMemberReferenceOperation member && member.Instance is { } instance && Covers(instance, reference);
    }

    private static bool IsTested(IOperation value) => Above(value) switch
    {
        IIsPatternOperation or IIsTypeOperation or IBinaryOperation or ISwitchOperation or ISwitchExpressionOperation => true,
        ICoalesceOperation coalesce => Inner(coalesce.WhenNull) is IThrowOperation,
        IConditionalAccessOperation outer => IsTested(outer),
        _ => false,
    };

    // Any other use may read the data: errors, status, a pattern, code that is not seen.
    private static bool IsLookedAt(IOperation reference, Func<IOperation, bool> isSame)
    {
        var root = reference;
        while (root.Parent is { } parent)
            root = parent;
        return root.Descendants().Where(isSame).Any(static use => !IsUseOfData(use));
    }

    private static bool IsUseOfData(IOperation use)
    {
        var user = use.Parent;
        if (user is IConditionalAccessOperation access)
            user = access.WhenNotNull;
        if (user is ISimpleAssignmentOperation assignment && assignment.Target == use)
            return true;
        return user is IPropertyReferenceOperation { Property.Name: "Data" } data && IsTrusted(data);
    }

    private static IOperation? Receiver(IPropertyReferenceOperation reference)
    {
        var instance = reference.Instance is { } given ? Inner(given) : null;
        if (instance is not IConditionalAccessInstanceOperation)
            return instance;
        for (var parent = reference.Parent; parent is not null; parent = parent.Parent)
        {
            if (parent is IConditionalAccessOperation access)
                return Inner(access.Operation);
        }

        return null;
    }

    // The name with its exclamation mark, where it has one.
    private static SyntaxNode Marked(IPropertyReferenceOperation reference) =>
        reference.Syntax.Parent is { } parent && parent.IsKind(SyntaxKind.SuppressNullableWarningExpression) ? parent : reference.Syntax;

    private static IOperation? Above(IOperation operation)
    {
        var parent = operation.Parent;
        while (parent is IConversionOperation or IParenthesizedOperation)
            parent = parent.Parent;
        return parent;
    }

    private static IOperation Inner(IOperation operation) => operation switch
    {
        IConversionOperation conversion => Inner(conversion.Operand),
        IParenthesizedOperation parenthesized => Inner(parenthesized.Operand),
        _ => operation,
    };

    private static bool Covers(IOperation operation, IOperation reference) => Inner(operation) == reference;

    private static bool Same(ISymbol one, ISymbol other) => SymbolEqualityComparer.Default.Equals(one, other);
}
