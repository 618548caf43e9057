namespace Lathe.Language.Errors;

/// <summary>
/// What is shown of faults that may be as many as the square of a text, or as long as all of it. Whoever mends what is
/// shown sees the rest next time.
/// </summary>
internal static class ErrorBounds
{
    /// <summary>How many errors such a rule reports.</summary>
    internal const int ErrorsOfARule = 1000;

    /// <summary>How many places, and names in the message, one error has.</summary>
    internal const int PlacesOfAnError = 100;
}
