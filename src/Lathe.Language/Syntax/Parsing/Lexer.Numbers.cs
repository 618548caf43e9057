namespace Lathe.Language.Syntax.Parsing;

/// <content>Int and Float literals (sections 2.10.1 and 2.10.2).</content>
internal sealed partial class Lexer
{
    private void ReadNumber(int start)
    {
        var position = _text[start] == '-' ? start + 1 : start;
        if (At(position) == '0')
        {
            position++;
            if (Characters.IsDigit(At(position)))
            {
                Fail(start, position, $"Invalid number, unexpected digit after 0: {Describe(position)}.");
                return;
            }
        }
        else if (!TrySkipDigits(start, ref position))
        {
            return;
        }

        var integerEnd = position;
        if (!TrySkipFraction(start, ref position) || !TrySkipExponent(start, ref position))
            return;
        if (At(position) == '.' || Characters.IsNameStart(At(position)))
            Fail(start, position, $"Invalid number, expected digit but got: {Describe(position)}.");
        else
            Set(position == integerEnd ? TokenKind.Int : TokenKind.Float, start, position);
    }

    private bool TrySkipFraction(int start, ref int position)
    {
        if (At(position) != '.')
            return true;
        position++;
        return TrySkipDigits(start, ref position);
    }

    private bool TrySkipExponent(int start, ref int position)
    {
        if (At(position) is not ('e' or 'E'))
            return true;
        position++;
        if (At(position) is '+' or '-')
            position++;
        return TrySkipDigits(start, ref position);
    }

    private string DigitsAt(int start)
    {
        var end = start;
        while (Characters.IsDigit(At(end)))
            end++;
        return OneLine.Of(_text.Substring(start, end - start));
    }

    private bool TrySkipDigits(int start, ref int position)
    {
        if (!Characters.IsDigit(At(position)))
        {
            Fail(start, position, $"Invalid number, expected digit but got: {Describe(position)}.");
            return false;
        }

        while (Characters.IsDigit(At(position)))
            position++;
        return true;
    }
}
