namespace Lathe.Tool.Hosting;

/// <summary>The command cannot do its work; the message is one line that says what, where and the next step.</summary>
internal sealed class ToolException(string message) : Exception(message);
