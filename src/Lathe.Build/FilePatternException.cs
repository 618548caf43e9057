namespace Lathe.Build;

/// <summary>Files that cannot be found; the message is one line that says what, where and the next step.</summary>
internal sealed class FilePatternException(string message) : IOException(message);
