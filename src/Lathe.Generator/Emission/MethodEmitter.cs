using Lathe.Generator.Binding;
using Lathe.Generator.Model;
using Lathe.Language.Syntax;

namespace Lathe.Generator.Emission;

/// <summary>Writes an operation's method on the client and its interface.</summary>
internal static class MethodEmitter
{
    private const string Cancellation = "global::System.Threading.CancellationToken cancellationToken = default";
    private const string PageOptions = "global::Lathe.PageOptions? options";
    private const string Options = "global::Lathe.GraphQLRequestOptions? options";

    public static void Emit(CodeWriter writer, OperationModel operation)
    {
        var accessibility = operation.Client.Accessibility();
        using (writer.Open($"{accessibility} partial interface {operation.Client.InterfaceName}"))
        {
            EmitDocumentation(writer, operation);
            writer.Line(Direct(operation) + ";");
            if (operation.IsInParts())
            {
                writer.Line().Summary("Gives the result after each part that comes, with all that has come so far; the last one is whole.")
                    .Line(InParts(operation) + ";");
            }

            EmitPages(writer, operation);
        }

        writer.Line();
        using (writer.Open($"{accessibility} sealed partial class {operation.Client.ClassName}"))
        {
            EmitDirect(writer, operation);
            if (operation.IsInParts())
                writer.Line()
                    .Line($"public {InParts(operation)} =>")
                    .Line($"\t{Call(operation, "SubscribeAsync", operation.Variables.Count == 0 ? "null" : "variables", "options")}");
            EmitPageBodies(writer, operation);
        }
    }

    private static bool IsInParts(this OperationModel operation) => operation.IsIncremental && operation.Type != OperationType.Subscription;

    private static string InParts(OperationModel operation)
    {
        var variables = operation.Variables.Count == 0 ? "" : $"{operation.ClassName}.Variables variables, ";
        return $"{Results(operation)} {TopLevelNames.InParts(operation.MethodName)}({variables}{Options} = null, {Cancellation})";
    }

    private static void EmitPages(CodeWriter writer, OperationModel operation)
    {
        if (operation.Pager is not { } pager)
            return;
        writer.Line().Summary($"Gives the result of each page of {pager.FieldName}; every enumeration begins anew.")
            .Line(Pages(operation, pager) + ";")
            .Line().Summary($"Gives the items of all pages of {pager.FieldName}.").Line(AllItems(operation, pager) + ";");
    }

    private static void EmitPageBodies(CodeWriter writer, OperationModel operation)
    {
        if (operation.Pager is not { } pager)
            return;
        var call = $"(_transport, variables, options, cancellationToken);";
        writer.Line().Line($"public {Pages(operation, pager)} =>").Line($"\t{operation.ClassName}.{PagerBinder.MemberName}.PagesAsync{call}")
            .Line().Line($"public {AllItems(operation, pager)} =>").Line($"\t{operation.ClassName}.{PagerBinder.MemberName}.ItemsAsync{call}");
    }

    private static string Pages(OperationModel operation, PagerModel pager) =>
        $"{Results(operation)} {pager.PagesMethodName}({operation.ClassName}.Variables variables, {PageOptions} = null, {Cancellation})";

    private static string AllItems(OperationModel operation, PagerModel pager) =>
        $"global::System.Collections.Generic.IAsyncEnumerable<{PagerEmitter.Item(operation, pager)}> {pager.ItemsMethodName}("
            + $"{operation.ClassName}.Variables variables, {PageOptions} = null, {Cancellation})";

    private static void EmitDocumentation(CodeWriter writer, OperationModel operation)
    {
        writer.Summary(operation.Description);
        foreach (var variable in operation.Parameters)
            writer.Element($"param name=\"{variable.ParameterName.TrimStart('@')}\"", InputMembersEmitter.Describe(variable));
    }

    private static string Direct(OperationModel operation)
    {
        var parameters = operation.Parameters.Select(static variable =>
            $"{InputTypes.Name(variable)} {variable.ParameterName}{(variable.Presence == InputPresence.Required ? "" : " = null")}");
        return $"{ReturnType(operation)} {operation.MethodName}({string.Join(", ", [.. parameters, Cancellation])})";
    }

    private static void EmitDirect(CodeWriter writer, OperationModel operation)
    {
        var tracked = operation.Variables.Where(static variable => variable.Presence == InputPresence.Tracked).ToList();
        if (tracked.Count == 0)
        {
            writer.Line($"public {Direct(operation)} =>")
                .Line($"\t{Send(operation, operation.Variables.Count == 0 ? "null" : Variables(operation), "null")}");
            return;
        }

        using (writer.Open("public " + Direct(operation)))
        {
            writer.Line($"var variables = {Variables(operation)};");
            foreach (var variable in tracked)
                writer.Line($"if ({variable.ParameterName} is not null) variables.{variable.PropertyName} = {variable.ParameterName};");
            writer.Line("return " + Send(operation, "variables", "null"));
        }
    }

    // Those that are always sent; the others are set when there is a value.
    private static string Variables(OperationModel operation)
    {
        var initial = string.Join(", ", operation.Variables
            .Where(static variable => variable.Presence != InputPresence.Tracked)
            .Select(static variable => $"{variable.PropertyName} = {variable.ParameterName}"));
        return $"new {operation.ClassName}.Variables{(initial.Length == 0 ? "()" : $" {{ {initial} }}")}";
    }

    private static string Send(OperationModel operation, string variables, string options) =>
        Call(operation, operation.Type == OperationType.Subscription ? "SubscribeAsync" : "SendAsync", variables, options);

    private static string Call(OperationModel operation, string method, string variables, string options) =>
        $"_transport.{method}({operation.ClassName}.Operation, {variables}, {options}, cancellationToken);";

    private static string Results(OperationModel operation) =>
        $"global::System.Collections.Generic.IAsyncEnumerable<global::Lathe.GraphQLResult<{operation.ClassName}.Data>>";

    private static string ReturnType(OperationModel operation) => operation.Type == OperationType.Subscription
        ? Results(operation)
        : $"global::System.Threading.Tasks.Task<global::Lathe.GraphQLResult<{operation.ClassName}.Data>>";
}
