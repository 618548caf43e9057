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
        foreach (var address in FindAddresses(assignment.Value).Where(one => IsReadableOnTheWay(one) && !types.IsServiceName(one)).Take(1))
        {
            context.ReportDiagnostic(
                Diagnostic.Create(SecurityDescriptors.PlainHttp, assignment.Value.Syntax.GetLocation(), address.GetLeftPart(UriPartial.Path)));
        }
    }

    // A Uri comes from a text, from another Uri with a relative text, or from a read-only field.
    private static IEnumerable<Uri> FindAddresses(IOperation? value)
    {
        foreach (var one in ConstantText.Alternatives(value))
        {
            if (one is IObjectCreationOperation { Arguments: [var first, ..] })
            {
                foreach (var address in FindAddresses(first.Value))
                    yield return address;
            }
            else if (ConstantText.Find(one) is { } text)
            {
                if (Uri.TryCreate(text, UriKind.Absolute, out var address))
                    yield return address;
            }
            else if (FindInitializer(one) is { } initializer)
            {
                foreach (var address in FindAddresses(initializer))
                    yield return address;
            }
        }
    }

    private static IOperation? FindInitializer(IOperation reference)
    {
        ISymbol? symbol = reference switch
        {
            ILocalReferenceOperation local => local.Local,
            IFieldReferenceOperation { Field.IsReadOnly: true } field => field.Field,
            _ => null,
        };
        return symbol is not null
            && OnlyValues.Find(symbol) is { } value
            && reference.SemanticModel is { } model
            && model.SyntaxTree == value.SyntaxTree
            ? model.GetOperation(value)
            : null;
    }

    // As the run time decides. "x.localhost" should resolve to loopback (RFC 6761, section 6.3), but not every resolver sees to it.
    private static bool IsReadableOnTheWay(Uri address) => address.Scheme == "http" && !address.IsLoopback;
}
