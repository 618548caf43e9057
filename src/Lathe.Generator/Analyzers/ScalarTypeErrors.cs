using Lathe.Language.Configuration;
using Lathe.Language.Errors;

namespace Lathe.Generator.Analyzers;

/// <summary>What can be wrong with the C# type or the converter of a scalar.</summary>
internal static class ScalarTypeErrors
{
    /// <summary>Generated code could not use what is configured.</summary>
    public static readonly ErrorDescriptor UnusableScalarType =
        new("GQL0017", "UnusableScalarType", "The C# type or converter of a scalar cannot be used", ErrorSeverity.Error);

    /// <summary>Gets how messages name the type.</summary>
    public static string TypeOf(ScalarMapping mapping) => $"'{mapping.Type}', the type of scalar '{mapping.Scalar}',";

    /// <summary>Gets how messages name the converter.</summary>
    public static string ConverterOf(ScalarMapping mapping) => $"'{mapping.Converter}', the converter of scalar '{mapping.Scalar}',";

    public static string Missing(string what, string name, string configured, string? similar)
    {
        var subject = name == configured ? "is" : $"cannot be used: '{name}' is";
        var mend = similar is not null
            ? $"Did you mean \"{similar}\"?"
            : "Correct the name, which is the full one with its namespace, or add the type.";
        return $"{what} {subject} neither in this project nor in its references. {mend}";
    }

    public static string Inaccessible(string what) =>
        $"{what} is not accessible to generated code. Make it and the types around it internal or public.";

    public static string LessAccessible(string what) =>
        $"{what} is not public, but the client is. Make the type public, or the client internal: \"accessibility\": \"internal\".";

    public static string NullableType(ScalarMapping mapping) =>
        $"{TypeOf(mapping)} has no converter, and a nullable type has none of its own. Write it without '?': the schema says where a value may be "
            + "null.";

    public static string TypeWithoutConverter(ScalarMapping mapping, string contract) =>
        $"{TypeOf(mapping)} has no converter and does not implement '{contract}' itself. Implement that, or name a type that does: "
            + $"\"{mapping.Scalar}\": {{ \"type\": \"{mapping.Type}\", \"converter\": \"...\" }}.";

    public static string NoConverter(ScalarMapping mapping, string contract, string? other) =>
        $"{ConverterOf(mapping)} does not implement '{contract}'{(other is null ? "" : $" but '{other}'")}. Implement "
            + $"it{(other is null ? "" : ", or change the scalar's type")}.";
}
