using System.Globalization;
using System.Numerics;
using GraphQL.Types;
using GraphQLParser.AST;

namespace MachineMetrics.Server.Schema;

/// <summary>A scalar that is a number on the wire; text is taken too, for numbers that JavaScript can't hold.</summary>
internal sealed class NumberScalar<T> : ScalarGraphType
    where T : struct, INumber<T>
{
    public NumberScalar(string name) => Name = name;

    public override object? ParseLiteral(GraphQLValue value) => value switch
    {
        GraphQLNullValue => null,
        GraphQLIntValue number => Parse(number.Value.ToString()) ?? ThrowLiteralConversionError(value),
        GraphQLFloatValue number => Parse(number.Value.ToString()) ?? ThrowLiteralConversionError(value),
        GraphQLStringValue text => Parse(text.Value.ToString()) ?? ThrowLiteralConversionError(value),
        _ => ThrowLiteralConversionError(value),
    };

    public override object? ParseValue(object? value) => value switch
    {
        null => null,
        T number => number,
        string or int or long or double or decimal or BigInteger =>
            Parse(Convert.ToString(value, CultureInfo.InvariantCulture)!) ?? ThrowValueConversionError(value),
        _ => ThrowValueConversionError(value),
    };

    public override object? Serialize(object? value) => value;

    private static object? Parse(string text) =>
        T.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : null;
}
