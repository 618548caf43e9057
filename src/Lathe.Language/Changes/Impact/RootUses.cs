using Lathe.Language.Syntax;
using Lathe.Language.TypeSystem;

namespace Lathe.Language.Changes.Impact;

/// <summary>Uses of a root operation type: operations of its kind.</summary>
internal static class RootUses
{
    public static IEnumerable<Use> Find(UseIndex index, Schema newSchema, SchemaChange change)
    {
        foreach (var operation in index.Documents.Operations)
        {
            var type = operation.OperationType;
            if (type.ToString().Equals(change.Coordinate.Member, StringComparison.OrdinalIgnoreCase)
                && (newSchema.FindRootType(type) is not { } root || !StillAnswers(index.Schema.FindRootType(type), root, operation)))
            {
                yield return new Use(operation, operation, "operation");
            }
        }
    }

    /// <summary>A root type of another name serves as well, where it has the same fields of the same types.</summary>
    private static bool StillAnswers(ObjectType? oldRoot, ObjectType newRoot, OperationDefinitionSyntax operation) =>
        operation.SelectionSet.Selections.All(selection => selection is FieldSyntax field
            && oldRoot?.FindField(field.Name.Value)?.Type == newRoot.FindField(field.Name.Value)?.Type);
}
