using System.CommandLine;
using System.Globalization;
using Fazhang.Core.Definitions;

namespace Fazhang.Cli;

/// <summary>`fazhang settings`: what the place decides for itself, on what grounds, since when, and where it is used.</summary>
internal static class SettingsCommand
{
    public static Command Create()
    {
        var json = Output.JsonOption();
        var command = new Command("settings", "列出地方设置：值、依据、自何时起、用在哪里") { json };
        var options = new BooksOptions().AddTo(command);
        command.SetAction(result =>
        {
            var books = options.Open(result);
            var uses = SettingUses.Of(books.Catalogue);
            if (result.GetValue(json))
                Output.Json(writer =>
                {
                    writer.WriteStartArray();
                    foreach (var setting in books.Catalogue.Settings.Values)
                    {
                        writer.WriteStartObject();
                        writer.WriteString("key", setting.Key);
                        writer.WriteString("title", setting.Title);
                        writer.WriteString("value", setting.Value.Text);
                        writer.WriteString("unit", setting.Measure);
                        writer.WriteString("source", setting.Source);
                        writer.WriteString("default", setting.Default.Text);
                        writer.WriteBoolean("local", setting.IsLocal);
                        writer.WriteStartArray("history");
                        foreach (var change in books.Settings.Of(setting.Key))
                        {
                            writer.WriteStartObject();
                            writer.WriteString("value", change.Value);
                            writer.WriteString("source", change.Source);
                            writer.WriteString("since", Iso(change.Since));
                            writer.WriteString("at", change.At);
                            writer.WriteEndObject();
                        }
                        writer.WriteEndArray();
                        writer.WriteStartArray("used");
                        foreach (var use in uses[setting.Key])
                            writer.WriteStringValue(use);
                        writer.WriteEndArray();
                        writer.WriteEndObject();
                    }
                    writer.WriteEndArray();
                });
            else
                foreach (var setting in books.Catalogue.Settings.Values)
                {
                    Console.WriteLine($"{setting.Key}  {setting.Title}：{setting.Words}（{setting.Source}）");
                    if (setting.IsLocal)
                        Console.WriteLine(
                            $"  本地的值；通常为{setting.Default.Words(setting.Measure)}（{setting.DefaultSource}）"
                        );
                    if (books.Settings.Of(setting.Key) is { Count: > 1 } history)
                        Console.WriteLine($"  {Iso(history[^1].Since)}起；此前{history[^2].Value}");
                }
            return 0;
        });
        return command;
    }

    private static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
