using Lathe.Generator.Model;

namespace Lathe.Generator.Emission;

/// <summary>
/// Writes the conversion of an operation's first argument to its <c>Variables</c>. Both overloads of the method could be meant by
/// <c>new()</c>; the compiler takes the parameter whose type converts to the other's.
/// </summary>
internal static class VariablesConversion
{
    /// <summary>Writes the operator; nothing where the first parameter is no input object, or alone makes no variables.</summary>
    /// <param name="writer">Within the class <c>Variables</c>.</param>
    /// <param name="operation">The operation.</param>
    public static void Emit(CodeWriter writer, OperationModel operation)
    {
        if (operation.Parameters.First() is not { Type: InputTypeModel type } first
            || operation.Variables.Any(other => other != first && other.Presence == InputPresence.Required))
            return;
        writer.Line().Summary($"Makes variables of {first.Name} alone.")
            .Line($"public static implicit operator Variables({InputTypes.Name(type, false)} value) => new() {{ {first.PropertyName} = value }};");
    }
}
