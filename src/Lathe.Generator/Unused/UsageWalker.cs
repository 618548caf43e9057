using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Lathe.Generator.Unused;

/// <summary>
/// Walks C# and notes which generated properties it names, and where values of generated types come to code that cannot be seen. What C# keeps in
/// static types needs no note: a value in a variable, a list or a task of its own type is read by naming its properties.
/// </summary>
internal sealed class UsageWalker(UsageNotes notes, TypeContents contents, CancellationToken cancellationToken)
{
    private const OperationKind LastKnown = OperationKind.InlineArrayAccess;

    // Most operations are none of these. Asking each for its interface would cost more than everything else.
    private static readonly bool[] s_looked = Table(
        OperationKind.PropertyReference, OperationKind.Conversion, OperationKind.Invocation, OperationKind.MethodReference,
        OperationKind.DelegateCreation, OperationKind.Binary, OperationKind.Invalid, OperationKind.TupleBinary, OperationKind.DynamicInvocation,
        OperationKind.DynamicMemberReference, OperationKind.DynamicIndexerAccess, OperationKind.DynamicObjectCreation, OperationKind.Interpolation,
        OperationKind.TypeOf, OperationKind.Loop, OperationKind.DeclarationPattern, OperationKind.RecursivePattern, OperationKind.NameOf,
        OperationKind.ObjectCreation, OperationKind.VariableDeclarator);

    /// <summary>Walks an operation with all below it.</summary>
    public void Walk(IOperation root)
    {
        var pending = new Stack<IOperation>();
        pending.Push(root);
        while (pending.Count > 0)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var operation = pending.Pop();
            if (operation.Kind == OperationKind.None || operation.Kind > LastKnown)
                VisitUnknown(operation);
            else if ((int)operation.Kind < s_looked.Length && s_looked[(int)operation.Kind])
                Visit(operation);
            foreach (var child in operation.ChildOperations)
                pending.Push(child);
        }
    }

    // Collection expressions and what newer compilers have: what goes in comes out as their type, or as that of what they stand in.
    private void VisitUnknown(IOperation operation)
    {
        var holder = operation;
        while (holder.Type is null && holder.Parent is { } parent)
            holder = parent;
        foreach (var child in operation.ChildOperations)
            Hand(contents.Of(child.Type), holder.Type);
    }

    private static bool[] Table(params OperationKind[] kinds)
    {
        var table = new bool[kinds.Max(static kind => (int)kind) + 1];
        foreach (var kind in kinds)
            table[(int)kind] = true;
        return table;
    }

    private void Visit(IOperation operation)
    {
        switch (operation)
        {
            case IPropertyReferenceOperation reference:
                notes.Name(reference.Property);
                break;
            case IConversionOperation conversion:
                Convert(conversion);
                break;
            case IInvocationOperation call:
                Call(call);
                break;
            case IMethodReferenceOperation method:
                Name(method.Method);
                break;
            case IDelegateCreationOperation creation:
                Hand(Signature(creation.Target), contents.Of(creation.Type));
                break;
            case IBinaryOperation { OperatorKind: BinaryOperatorKind.Equals or BinaryOperatorKind.NotEquals } comparison:
                Compare(comparison.LeftOperand, comparison.RightOperand);
                break;
            case IInvalidOperation:
                notes.IsBlind = true;
                break;
            default:
                VisitRest(operation);
                break;
        }
    }

    private void VisitRest(IOperation operation)
    {
        switch (operation)
        {
            case ITupleBinaryOperation or IDynamicInvocationOperation or IDynamicMemberReferenceOperation or IDynamicIndexerAccessOperation
                or IDynamicObjectCreationOperation:
                foreach (var child in operation.ChildOperations)
                    EscapeAll(child.Type);
                break;
            case IInterpolationOperation interpolation:
                EscapeAll(interpolation.Expression.Type);
                break;
            case ITypeOfOperation type:
                EscapeAll(type.TypeOperand);
                break;
            case IForEachLoopOperation { LoopControlVariable: IVariableDeclaratorOperation { Symbol.Type: var item } } loop:
                var collection = loop.Collection is IConversionOperation { IsImplicit: true } implied ? implied.Operand : loop.Collection;
                Hand(contents.Of(collection.Type), item);
                break;
            case IDeclarationPatternOperation { DeclaredSymbol: ILocalSymbol local } pattern:
                Hand(contents.Of(pattern.InputType), local.Type);
                break;
            case IRecursivePatternOperation pattern:
                VisitPattern(pattern);
                break;
            case INameOfOperation name:
                NameOf(name);
                break;
            case IObjectCreationOperation { Type: { } created }:
                contents.Of(created);
                break;
            case IVariableDeclaratorOperation { Symbol.Type: var declared }:
                contents.Of(declared);
                break;
        }
    }

    private void VisitPattern(IRecursivePatternOperation pattern)
    {
        if (pattern.DeclaredSymbol is ILocalSymbol local)
            Hand(contents.Of(pattern.InputType), local.Type);
        if (pattern.DeconstructSymbol is IMethodSymbol { IsImplicitlyDeclared: true })
            EscapeAll(pattern.InputType);
    }

    // A cast that somebody wrote is a use.
    private void Convert(IConversionOperation conversion)
    {
        if (conversion.OperatorMethod is not null || conversion.Operand.Type is null
            || IsTypeCheck(conversion.Operand) || IsLookedAtAsReference(conversion))
            return;

        // Arrays are gone through as lists of anything; what comes of each item is seen at the loop.
        if (conversion is { IsImplicit: true, Parent: IForEachLoopOperation loop } && loop.Collection == conversion)
            return;
        if (conversion.Parent is IBinaryOperation { OperatorKind: BinaryOperatorKind.Equals or BinaryOperatorKind.NotEquals } comparison
            && (IsNull(comparison.LeftOperand) || IsNull(comparison.RightOperand)))
            return;
        Hand(contents.Of(conversion.Operand.Type), conversion.Type);
    }

    // Razor checks the type of a component's parameter before it hands the value on as an object.
    private static bool IsTypeCheck(IOperation operand) =>
        operand is IInvocationOperation { TargetMethod: { Name: "TypeCheck", ContainingType.Name: "RuntimeHelpers" } };

    private static bool IsLookedAtAsReference(IConversionOperation conversion) => conversion.Parent is IArgumentOperation
    {
        Parent: IInvocationOperation { TargetMethod.Name: "ThrowIfNull" or "ReferenceEquals" or "NotNull" or "Null" or "IsNotNull" or "IsNull" },
    };

    private void Call(IInvocationOperation call)
    {
        var method = call.TargetMethod;
        Name(method);
        var isInSight = contents.Sight.Has(method);
        for (var index = 0; index < method.TypeArguments.Length; index++)
        {
            foreach (var one in contents.Of(method.TypeArguments[index]))
            {
                if (isInSight && !IsOpen(method))
                    notes.Lead(method.OriginalDefinition.TypeParameters[index], one);
                else if (isInSight || !KnownGenerics.Keeps(method, index))
                    notes.Escape(one);
            }
        }

        if (call.Instance?.Type is not { } receiver)
            return;
        if (!isInSight || method.IsImplicitlyDeclared)
            LookInside(receiver, method);
    }

    // Another method may run, whose type parameters are its own.
    private static bool IsOpen(IMethodSymbol method) =>
        method.IsVirtual || method.IsAbstract || method.IsOverride || method.ContainingType.TypeKind == TypeKind.Interface;

    // Members of every record and list: compare, show, copy.
    private void LookInside(ITypeSymbol receiver, IMethodSymbol method)
    {
        if (receiver.TypeKind == TypeKind.Delegate || contents.Of(receiver).IsEmpty || method.Name == "GetType")
            return;
        if (KnownGenerics.Compares(method) || GeneratedTypes.IsResult(receiver))
            EscapeAll(receiver);
    }

    private void Name(IMethodSymbol method)
    {
        if (method.ContainingType is { } type && contents.IsMarked(type))
            notes.Name(method);
    }

    private ImmutableArray<ITypeSymbol> Signature(IOperation target) => target switch
    {
        IAnonymousFunctionOperation function => contents.OfSignature(function.Symbol),
        IMethodReferenceOperation method => contents.OfSignature(method.Method),
        _ => ImmutableArray<ITypeSymbol>.Empty,
    };

    private void Compare(IOperation left, IOperation right)
    {
        if (IsNull(left) || IsNull(right))
            return;
        EscapeAll(left.Type);
        EscapeAll(right.Type);
    }

    private static bool IsNull(IOperation operation) => operation.ConstantValue is { HasValue: true, Value: null }
        || (operation is IConversionOperation { IsImplicit: true } conversion && IsNull(conversion.Operand));

    private void NameOf(INameOfOperation name)
    {
        if (name.SemanticModel?.GetSymbolInfo(name.Argument.Syntax, cancellationToken).Symbol is IPropertySymbol property)
            notes.Name(property);
    }

    private void Hand(ImmutableArray<ITypeSymbol> values, ITypeSymbol? target)
    {
        if (!values.IsEmpty)
            Hand(values, contents.Of(target));
    }

    // What the new type still shows stays in sight.
    private void Hand(ImmutableArray<ITypeSymbol> values, ImmutableArray<ITypeSymbol> target)
    {
        foreach (var value in values)
        {
            if (!target.Any(one => TypeKinship.Are(value, one)))
                notes.Escape(value);
        }
    }

    private void EscapeAll(ITypeSymbol? type)
    {
        foreach (var one in contents.Of(type))
            notes.Escape(one);
    }
}
