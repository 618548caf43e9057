namespace Lathe.Language.Errors;

/// <summary>How grave an error is.</summary>
internal enum ErrorSeverity
{
    /// <summary>Advice; never fails a build.</summary>
    Information,

    /// <summary>A fault that can be lived with.</summary>
    Warning,

    /// <summary>A fault that fails the build.</summary>
    Error,
}
