using GraphQL.Validation;

namespace MachineMetrics.Server.Limits;

/// <summary>Denies operations that are too deep or have too many nodes.</summary>
internal sealed class OperationLimitsRule(ShopLimits limits) : ValidationRuleBase
{
    public override ValueTask<INodeVisitor?> GetPreNodeVisitorAsync(ValidationContext context)
    {
        var measure = OperationMeasure.Of(context.Document, context.Operation);
        if (measure.Depth > limits.MaxDepth)
            Deny(context, "DEPTH_LIMIT_EXCEEDED", $"The operation is {measure.Depth} nodes deep; at most {limits.MaxDepth} are allowed.");
        if (measure.Nodes > limits.MaxNodes)
            Deny(
                context,
                "NODE_LIMIT_EXCEEDED",
                $"The operation has {measure.Nodes} nodes (fields with a selection set); at most {limits.MaxNodes} are allowed.");
        return default;
    }

    private static void Deny(ValidationContext context, string code, string message) =>
        context.ReportError(new ValidationError(context.Document.Source, null!, message, context.Operation) { Code = code });
}
