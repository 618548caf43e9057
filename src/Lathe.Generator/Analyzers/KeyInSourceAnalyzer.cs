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
            start.RegisterOperationAction(assignment => AnalyzeAssignment(assignment, types), OperationKind.SimpleAssignment);
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
            case "AddBearerToken" or "AddApiKey" when IsLathe(call.TargetMethod):
                ReportIfKey(context, Argument(call.Arguments, "configurationKey"));
                break;
            case "Add" or "TryAddWithoutValidation" or "Create" when IsAuthorizationHeader(call):
                ReportKey(context, types, call.Arguments[1].Value);
                break;
            case "Parse" when call.TargetMethod.ContainingType.Name == "AuthenticationHeaderValue" && call.Arguments.Length == 1:
                ReportKey(context, types, call.Arguments[0].Value);
                break;
        }
    }

    private static void AnalyzeCreation(OperationAnalysisContext context, LatheTypes types)
    {
        var creation = (IObjectCreationOperation)context.Operation;
        var first = creation.Type?.Name switch
        {
            "AuthenticationHeaderValue" => "Bearer",
            // The headers of a call's options.
            "KeyValuePair" => "Authorization",
            _ => null,
        };
        if (first is not null && creation.Arguments.Length == 2
            && string.Equals(ConstantText.Find(creation.Arguments[0].Value), first, StringComparison.OrdinalIgnoreCase))
            ReportKey(context, types, creation.Arguments[1].Value);
    }

    // These hold the name of a key. People put the key itself there by mistake.
    private static void AnalyzeAssignment(OperationAnalysisContext context, LatheTypes types)
    {
        var assignment = (ISimpleAssignmentOperation)context.Operation;
        if (assignment.Target is IPropertyReferenceOperation target && types.IsKeyName(target.Property))
            ReportIfKey(context, assignment.Value);
    }

    private static bool IsLathe(IMethodSymbol method) => method.ContainingAssembly.Name == "Lathe";

    private static bool IsAuthorizationHeader(IInvocationOperation call) =>
        call.Arguments.Length == 2
        && (call.TargetMethod.ContainingType.Name == "KeyValuePair"
            || call.TargetMethod.ContainingType.ToDisplayString().StartsWith("System.Net.Http.Headers.", StringComparison.Ordinal))
        && string.Equals(ConstantText.Find(call.Arguments[0].Value), "Authorization", StringComparison.OrdinalIgnoreCase);

    private static IOperation? Argument(ImmutableArray<IArgumentOperation> arguments, string parameter) =>
        arguments.FirstOrDefault(argument => argument.Parameter?.Name == parameter)?.Value;

    // Tests invent keys. One that looks real is reported in tests too.
    private static void ReportKey(OperationAnalysisContext context, LatheTypes types, IOperation? value)
    {
        foreach (var one in ConstantText.Alternatives(value))
        {
            if (ConstantText.Find(one) is { } text && !KeyShape.IsPlaceholder(text) && (!types.IsTest || KeyShape.IsKey(text)))
                Report(context, one);
        }
    }

    private static void ReportIfKey(OperationAnalysisContext context, IOperation? value)
    {
        foreach (var one in ConstantText.Alternatives(value))
        {
            if (ConstantText.Find(one) is { } text && KeyShape.IsKey(text))
                Report(context, one);
        }
    }

    private static void Report(OperationAnalysisContext context, IOperation value) =>
        context.ReportDiagnostic(Diagnostic.Create(SecurityDescriptors.KeyInSource, value.Syntax.GetLocation()));
}
