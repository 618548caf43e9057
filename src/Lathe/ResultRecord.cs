using System.Text;
using Lathe.Json;

namespace Lathe;

/// <summary>The base of generated records of results. Two with equal members are equal. <see cref="ToString"/> shows the members.</summary>
public abstract record ResultRecord
{
    /// <summary>Writes the members, at most a screen of them.</summary>
    /// <returns>Such as <c>Machine { Id = 7, Name = Spindle }</c>.</returns>
    public sealed override string ToString()
    {
        var text = new StringBuilder(GetType().Name).Append(" { ");
        if (PrintMembers(text))
            text.Append(' ');
        return ContentText.Cut(text.Append('}'));
    }
}
