using System.Text.Encodings.Web;
using System.Text.Json;
using Fazhang.Verify;

namespace Fazhang.Cli;

/// <summary>
/// Writes the machine form to standard output file by file, so that memory does not grow with their number. The form of
/// an object is the library's (<see cref="VerifyJson"/>); this only puts the objects into one array.
/// </summary>
internal sealed class VerifyJsonStream : IDisposable
{
    private readonly Stream output = Console.OpenStandardOutput();
    private readonly Utf8JsonWriter writer;

    public VerifyJsonStream()
    {
        writer = new Utf8JsonWriter(
            output,
            new JsonWriterOptions { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }
        );
        writer.WriteStartArray();
    }

    public void Write(VerifyOutcome outcome)
    {
        using var one = JsonDocument.Parse(VerifyJson.Write([(outcome.File, outcome.Result!)]));
        foreach (var element in one.RootElement.EnumerateArray())
            element.WriteTo(writer);
        writer.Flush();
    }

    public void Finish()
    {
        writer.WriteEndArray();
        writer.Flush();
        output.WriteByte((byte)'\n');
    }

    public void Dispose()
    {
        writer.Dispose();
        output.Dispose();
    }
}
