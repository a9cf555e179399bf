using System.CommandLine;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using Spectre.Console;

namespace Fazhang.Cli;

/// <summary>Machine output: UTF-8 JSON on standard output, Chinese as it is.</summary>
internal static class Output
{
    public static JsonSerializerOptions JsonOptions { get; } =
        new()
        {
            WriteIndented = true,
            Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
            PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        };

    /// <summary>Plain lines when the output is not a terminal; never cut or wrapped at a width that nobody sees.</summary>
    public static void PrepareConsole()
    {
        Console.OutputEncoding = new System.Text.UTF8Encoding(false);
        if (!Console.IsOutputRedirected)
            return;
        AnsiConsole.Profile.Capabilities.Ansi = false;
        AnsiConsole.Profile.Capabilities.ColorSystem = ColorSystem.NoColors;
        AnsiConsole.Profile.Width = 4000;
    }

    public static Option<bool> JsonOption() => new("--json") { Description = "输出 JSON，供程序读取" };

    public static void Json(Action<Utf8JsonWriter> write)
    {
        using var stream = Console.OpenStandardOutput();
        using (var writer = new Utf8JsonWriter(stream, new JsonWriterOptions { Indented = true, Encoder = JsonOptions.Encoder }))
            write(writer);
        stream.WriteByte((byte)'\n');
    }
}
