namespace Lathe.Testing;

/// <summary>What a transport asks of a script, whatever its data.</summary>
internal interface IScript
{
    /// <summary>Gets how many answers there are.</summary>
    int Answers { get; }

    /// <summary>Gets how many answers no request has got.</summary>
    int Unused { get; }
}
