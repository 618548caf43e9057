using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace Lathe.Generator.Analyzers;

/// <summary>Reports constants that end up as an API key (<c>GQL3001</c>). The message never shows the key.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
internal sealed class KeyInSourceAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => ImmutableArray.Create(SecurityDescriptors.KeyInSource);

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(static start =>
        {
            if (LatheTypes.Find(start.Compilation) is not { } types)
                return;
            start.RegisterOperationAction(call => AnalyzeCall(call, types), OperationKind.Invocation);
            start.RegisterOperationAction(creation => AnalyzeCreation(creation, types), OperationKind.ObjectCreation);
        });
    }

    private static void AnalyzeCall(OperationAnalysisContext context, LatheTypes types)
    {
        var call = (IInvocationOperation)context.Operation;
        switch (call.TargetMethod.Name)
        {
            case "Create" when SymbolEqualityComparer.Default.Equals(call.TargetMethod.ContainingType, types.Token):
                ReportKey(context, types, Argument(call.Arguments, "value"));
                break;
            case "AddBearerToken" when IsLathe(call.TargetMethod):
                ReportIfKey(context, Argument(call.Arguments, "configurationKey"));
                break;
            case "Add" or "TryAddWithoutValidation" when IsAuthorizationHeader(call):
                ReportKey(context, types, call.Arguments[1].Value);
                break;
        }
    }

    private static void AnalyzeCreation(OperationAnalysisContext context, LatheTypes types)
    {
        var creation = (IObjectCreationOperation)context.Operation;
        if (creation.Type is not { Name: "AuthenticationHeaderValue" } || creation.Arguments.Length != 2)
            return;
        if (string.Equals(ConstantText.Find(creation.Arguments[0].Value), "Bearer", StringComparison.OrdinalIgnoreCase))
            ReportKey(context, types, creation.Arguments[1].Value);
    }

    private static bool IsLathe(IMethodSymbol method) => method.ContainingAssembly.Name == "Lathe";

    private static bool IsAuthorizationHeader(IInvocationOperation call) =>
        call.Arguments.Length == 2
        && call.TargetMethod.ContainingType.ToDisplayString().StartsWith("System.Net.Http.Headers.", StringComparison.Ordinal)
        && string.Equals(ConstantText.Find(call.Arguments[0].Value), "Authorization", StringComparison.OrdinalIgnoreCase);

    private static IOperation? Argument(ImmutableArray<IArgumentOperation> arguments, string parameter) =>
        arguments.FirstOrDefault(argument => argument.Parameter?.Name == parameter)?.Value;

    // A test makes keys up; one that looks real is reported there too.
    private static void ReportKey(OperationAnalysisContext context, LatheTypes types, IOperation? value)
    {
        if (ConstantText.Find(value) is { } text && text.Trim().Length > 0 && (!types.IsTest || KeyShape.IsKey(text)))
            Report(context, value!);
    }

    private static void ReportIfKey(OperationAnalysisContext context, IOperation? value)
    {
        if (ConstantText.Find(value) is { } text && KeyShape.IsKey(text))
            Report(context, value!);
    }

    private static void Report(OperationAnalysisContext context, IOperation value) =>
        context.ReportDiagnostic(Diagnostic.Create(SecurityDescriptors.KeyInSource, value.Syntax.GetLocation()));
}
