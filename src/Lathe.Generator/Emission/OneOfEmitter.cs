using Lathe.Generator.Binding;
using Lathe.Generator.Model;

namespace Lathe.Generator.Emission;

/// <summary>Writes the members of a <c>@oneOf</c> input: it is made by one of its factories, so exactly one field is set.</summary>
internal static class OneOfEmitter
{
    public static void Emit(CodeWriter writer, InputModel input)
    {
        InputMembersEmitter.EmitState(writer, input.Fields);
        writer.Line($"private {input.ClassName}() {{ }}");
        for (var i = 0; i < input.Fields.Count; i++)
        {
            var field = input.Fields[i];
            var type = InputTypes.Name(field.Type, false);
            writer.Line().Summary(InputMembersEmitter.Describe(field)).Obsolete(field.DeprecationReason);
            writer.Line($"public {InputTypes.Name(field)} {field.PropertyName} => {field.FieldName};");
            writer.Line().Element("summary", $"Makes the input that holds {field.Name} and nothing else.").Obsolete(field.DeprecationReason);
            using (writer.Open($"public static {input.ClassName} From{field.PropertyName}({type} {field.ParameterName})"))
            {
                if (!IsValueType(field.Type))
                    writer.Line($"global::System.ArgumentNullException.ThrowIfNull({field.ParameterName});");
                writer.Line($"var _ = new {input.ClassName}();")
                    .Line($"_.{field.FieldName} = {field.ParameterName};")
                    .Line("_." + SetBits.Assign(i))
                    .Line("return _;");
            }
        }

        InputMembersEmitter.EmitWriteTo(writer, input.Fields);
    }

    // ThrowIfNull takes any object; a value type would only be boxed for it.
    private static bool IsValueType(TypeModel type) => type switch
    {
        EnumTypeModel => true,
        ScalarTypeModel scalar => !ScalarTypes.IsReference(scalar.Scalar.Kind),
        _ => false,
    };
}
