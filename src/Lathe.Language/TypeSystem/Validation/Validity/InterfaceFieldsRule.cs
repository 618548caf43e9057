using Lathe.Language.Errors;
using Lathe.Language.Syntax;
using Lathe.Language.TypeSystem.Validation.Definitions;

namespace Lathe.Language.TypeSystem.Validation.Validity;

/// <summary>A type has the fields of its interfaces, with types and arguments that fit (section 3.6, IsValidImplementation).</summary>
internal sealed class InterfaceFieldsRule : ISchemaRule
{
    internal static readonly ErrorDescriptor Descriptor = ValidityErrors.Make("GQL1088", "Interface field is not implemented rightly");

    public void Check(SchemaContext context)
    {
        foreach (var type in context.Types.Defined)
        {
            if (type.Interfaces.Count == 0)
                continue;
            var fields = type.Fields.ToDictionary(static field => field.Name.Value, StringComparer.Ordinal);
            foreach (var implemented in context.Types.InterfacesOf(type))
            {
                foreach (var expected in implemented.Fields)
                {
                    if (context.IsFull())
                        return;
                    Check(context, new Pair(type, implemented, expected), fields);
                }
            }
        }
    }

    private static void Check(SchemaContext context, Pair pair, Dictionary<string, FieldDefinitionSyntax> fields)
    {
        if (!fields.TryGetValue(pair.Expected.Name.Value, out var field))
        {
            context.Report(
                Descriptor,
                $"Interface field {pair.ExpectedName} expected but {pair.Type.Name} does not provide it.",
                [pair.Expected, .. pair.Type.Parts]);
            return;
        }

        var (type, expected) = (TypeReferences.From(field.Type), TypeReferences.From(pair.Expected.Type));
        if (!context.Types.IsSubtype(type, expected))
            context.Report(
                Descriptor,
                $"Interface field {pair.ExpectedName} expects type {expected} but {pair.ActualName} is type {type}.",
                pair.Expected.Type,
                field.Type);
        CheckArguments(context, pair, field);
    }

    private static void CheckArguments(SchemaContext context, Pair pair, FieldDefinitionSyntax field)
    {
        if (field.Arguments.Count + pair.Expected.Arguments.Count == 0)
            return;
        var arguments = TypeShape.Arguments(field).ToDictionary(static argument => argument.Name.Value, StringComparer.Ordinal);
        var expectedArguments = TypeShape.Arguments(pair.Expected).ToDictionary(static argument => argument.Name.Value, StringComparer.Ordinal);
        foreach (var expected in expectedArguments)
            CheckArgument(context, pair, field, expected.Value, arguments.TryGetValue(expected.Key, out var own) ? own : null);
        foreach (var argument in arguments.Values)
        {
            if (argument.Type is NonNullTypeSyntax && argument.DefaultValue is null && !expectedArguments.ContainsKey(argument.Name.Value))
                context.Report(
                    Descriptor,
                    $"Argument \"{pair.ActualName}({argument.Name.Value}:)\" must not be required type \"{TypeReferences.From(argument.Type)}\" "
                    + $"if not provided by the Interface field \"{pair.ExpectedName}\".",
                    argument,
                    pair.Expected);
        }
    }

    private static void CheckArgument(
        SchemaContext context, Pair pair, FieldDefinitionSyntax field, InputValueDefinitionSyntax expected, InputValueDefinitionSyntax? argument)
    {
        var name = expected.Name.Value;
        if (argument is null)
        {
            context.Report(
                Descriptor,
                $"Interface field argument {pair.ExpectedName}({name}:) expected but {pair.ActualName} does not provide it.",
                expected,
                field);
            return;
        }

        var (type, expectedType) = (TypeReferences.From(argument.Type), TypeReferences.From(expected.Type));
        if (type != expectedType)
            context.Report(
                Descriptor,
                $"Interface field argument {pair.ExpectedName}({name}:) expects type {expectedType} but {pair.ActualName}({name}:) is type {type}.",
                expected.Type,
                argument.Type);
    }

    private readonly record struct Pair(TypeShape Type, TypeShape Implemented, FieldDefinitionSyntax Expected)
    {
        internal string ExpectedName => $"{Implemented.Name}.{Expected.Name.Value}";

        internal string ActualName => $"{Type.Name}.{Expected.Name.Value}";
    }
}
