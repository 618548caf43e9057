using System.Text;

namespace Lathe.Language.Tests.Robustness;

/// <summary>Spoils texts in the ways that editors, networks and attackers do; the same seed gives the same texts.</summary>
internal sealed class Mutator(int seed)
{
    private static readonly string[] s_fragments =
    [
        "{", "}", "(", ")", "[", "]", "\"", "\"\"\"", "\\\"\"\"", "\\", "#", "...", "@", "$", "!", "|", "&", "=", ":", ",", "\r\n", "\r", "\t",
        "\uFEFF", "\uD83D", "\uDE00", "\U0001F600", "\0", "\u2028", "-", "0", "1e", "-1.5e+3", "\\u{110000}", "type ", "extend ", "on ", "query ",
        "fragment ", "input ", "implements ", "__typename", "null", "true", "schema ", "directive @", "\"\\u00", "'",
    ];

    private readonly Random _random = new(seed);

    public string Mutate(IReadOnlyList<string> samples)
    {
        var text = new StringBuilder(samples[_random.Next(samples.Count)]);
        for (var changes = _random.Next(1, 5); changes > 0; changes--)
            Change(text, samples);
        return text.ToString();
    }

    private void Change(StringBuilder text, IReadOnlyList<string> samples)
    {
        var place = _random.Next(text.Length + 1);
        switch (_random.Next(9))
        {
            case 0:
                text.Length = place;
                break;
            case 1:
                text.Remove(place, Math.Min(_random.Next(1, 20), text.Length - place));
                break;
            case 2:
                text.Insert(place, (char)_random.Next(0x10000));
                break;
            case 3 or 4:
                text.Insert(place, s_fragments[_random.Next(s_fragments.Length)]);
                break;
            case 5:
                text.Insert(place, s_fragments[_random.Next(s_fragments.Length)], _random.Next(1, 400));
                break;
            case 6:
                text.Insert(place, new string('a', _random.Next(1, 3000)));
                break;
            case 7:
                var other = samples[_random.Next(samples.Count)];
                text.Insert(place, other[_random.Next(other.Length)..]);
                break;
            default:
                Swap(text, place);
                break;
        }
    }

    private void Swap(StringBuilder text, int place)
    {
        if (text.Length == 0)
            return;
        var other = _random.Next(text.Length);
        place = Math.Min(place, text.Length - 1);
        (text[place], text[other]) = (text[other], text[place]);
    }
}
