using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace Lathe.Generator.Analyzers;

/// <summary>Reports endpoints that would send the key unencrypted (<c>GQL3002</c>).</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
internal sealed class PlainHttpAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => ImmutableArray.Create(SecurityDescriptors.PlainHttp);

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(static start =>
        {
            if (LatheTypes.Find(start.Compilation) is { } types)
                start.RegisterOperationAction(assignment => Analyze(assignment, types), OperationKind.SimpleAssignment);
        });
    }

    private static void Analyze(OperationAnalysisContext context, LatheTypes types)
    {
        var assignment = (ISimpleAssignmentOperation)context.Operation;
        if (assignment.Target is not IPropertyReferenceOperation target || !types.IsAddress(target.Property))
            return;
        if (FindAddress(assignment.Value) is { } address && IsReadableOnTheWay(address))
        {
            context.ReportDiagnostic(
                Diagnostic.Create(SecurityDescriptors.PlainHttp, assignment.Value.Syntax.GetLocation(), address.GetLeftPart(UriPartial.Path)));
        }
    }

    private static Uri? FindAddress(IOperation value)
    {
        while (value is IConversionOperation conversion)
            value = conversion.Operand;
        return value is IObjectCreationOperation { Arguments: [var first, ..] }
            && ConstantText.Find(first.Value) is { } text
            && Uri.TryCreate(text, UriKind.Absolute, out var address)
                ? address
                : null;
    }

    private static bool IsReadableOnTheWay(Uri address) =>
        address.Scheme == "http"
        && !address.IsLoopback
        && !address.Host.EndsWith(".localhost", StringComparison.OrdinalIgnoreCase);
}
