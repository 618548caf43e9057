using GraphQL.Types;
using GraphQLParser.AST;

namespace MachineMetrics.Server.Schema;

/// <summary>A scalar that is a string on the wire.</summary>
internal sealed class TextScalar<T> : ScalarGraphType
    where T : struct
{
    private readonly Func<string, T?> parse;
    private readonly Func<T, string> print;

    public TextScalar(string name, Func<string, T?> parse, Func<T, string> print) =>
        (Name, this.parse, this.print) = (name, parse, print);

    public override object? ParseLiteral(GraphQLValue value) => value switch
    {
        GraphQLNullValue => null,
        GraphQLStringValue text => parse(text.Value.ToString()) ?? ThrowLiteralConversionError(value),
        _ => ThrowLiteralConversionError(value),
    };

    public override object? ParseValue(object? value) => value switch
    {
        null => null,
        string text => parse(text) ?? ThrowValueConversionError(value),
        _ => ThrowValueConversionError(value),
    };

    public override object? Serialize(object? value) => value is T typed ? print(typed) : value;
}
