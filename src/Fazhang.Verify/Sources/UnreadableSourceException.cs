namespace Fazhang.Verify.Sources;

/// <summary>Bytes cannot be read as a report. The message is Chinese, names the file, says why and what to do.</summary>
public sealed class UnreadableSourceException : Exception
{
    /// <param name="message">Why, and what to do; shown to the user as it is.</param>
    public UnreadableSourceException(string message)
        : base(message) { }

    /// <param name="message">Why, and what to do; shown to the user as it is.</param>
    /// <param name="cause">What the reading of the format met.</param>
    public UnreadableSourceException(string message, Exception cause)
        : base(message, cause) { }
}
