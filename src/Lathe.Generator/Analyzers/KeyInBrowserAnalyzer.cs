using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace Lathe.Generator.Analyzers;

/// <summary>Reports keys of the application in projects that run in browsers alone (<c>GQL3020</c>).</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
internal sealed class KeyInBrowserAnalyzer : DiagnosticAnalyzer
{
    // The SDK tells analyzers the platforms. A library for servers and browsers lists more than one.
    private const string Platforms = "build_property._SupportedPlatformList";

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => ImmutableArray.Create(SecurityDescriptors.KeyInBrowser);

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(static start =>
        {
            if (!IsForBrowsers(start.Options.AnalyzerConfigOptionsProvider.GlobalOptions) || LatheTypes.Find(start.Compilation) is not { } types)
                return;
            start.RegisterOperationAction(AnalyzeCall, OperationKind.Invocation);
            start.RegisterOperationAction(assignment => AnalyzeAssignment(assignment, types), OperationKind.SimpleAssignment);
        });
    }

    private static bool IsForBrowsers(AnalyzerConfigOptions options) =>
        options.TryGetValue(Platforms, out var platforms) && string.Equals(platforms.Trim(), "browser", StringComparison.OrdinalIgnoreCase);

    private static void AnalyzeCall(OperationAnalysisContext context)
    {
        var call = (IInvocationOperation)context.Operation;
        if (call.TargetMethod is { Name: "AddBearerToken" or "AddApiKey", ContainingAssembly.Name: "Lathe" }
            && call.Arguments.FirstOrDefault(static argument => argument.Parameter?.Name == "configurationKey") is { } key)
            Report(context, key.Value);
    }

    private static void AnalyzeAssignment(OperationAnalysisContext context, LatheTypes types)
    {
        var assignment = (ISimpleAssignmentOperation)context.Operation;
        if (assignment.Target is IPropertyReferenceOperation target && types.IsKeySource(target.Property)
            && assignment.Value.ConstantValue is not { HasValue: true, Value: null })
            Report(context, assignment.Value);
    }

    private static void Report(OperationAnalysisContext context, IOperation value) =>
        context.ReportDiagnostic(Diagnostic.Create(SecurityDescriptors.KeyInBrowser, value.Syntax.GetLocation()));
}
