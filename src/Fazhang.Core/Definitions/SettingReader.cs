using Fazhang.Core.Definitions.Shapes;

namespace Fazhang.Core.Definitions;

/// <summary>Reads settings.yaml of the definitions and, over it, the file of the place.</summary>
internal static class SettingReader
{
    public static IReadOnlyDictionary<string, SettingDefinition> Read(
        YamlNode? common,
        YamlNode? local,
        IReadOnlyList<LineDefinition> lines,
        StrictCheck? strict,
        ICollection<DefinitionProblem> problems
    )
    {
        var settings = new Dictionary<string, SettingDefinition>(StringComparer.Ordinal);
        var context = new ReadingContext(lines, [], new Dictionary<string, ChoiceList>(), problems) { Strict = strict };
        foreach (var entry in Entries(common, SettingShapes.File, problems))
            if (context.CheckName(entry.Key, entry.Mark, "设置") && One(entry, context) is { } setting)
                settings[entry.Key] = setting;
        foreach (var entry in Entries(local, SettingShapes.LocalFile, problems))
            if (!settings.TryGetValue(entry.Key, out var setting))
                context.Unknown(entry.Mark, "设置", entry.Key, settings.Keys);
            else if (Local(entry, setting, context) is { } own)
                settings[entry.Key] = own;
        return settings;
    }

    private static IReadOnlyList<YamlEntry> Entries(YamlNode? file, Shape shape, ICollection<DefinitionProblem> problems)
    {
        if (file is null)
            return [];
        var reader = new YamlReader(file, file.Mark, shape, null, problems);
        var entries = reader.Entries("settings");
        reader.Done();
        return entries;
    }

    private static SettingDefinition? One(YamlEntry entry, ReadingContext context)
    {
        var reader = new YamlReader(entry.Value, entry.Mark, SettingShapes.Setting, entry.Key, context.Problems);
        var title = reader.Required("title");
        var source = reader.Required("source");
        var line = reader.Text("line");
        if (line is not null)
            context.CheckLine(line, reader.MarkOf("line"));
        var measure = reader.Text("unit") ?? "";
        var value = Value(reader, context);
        reader.Done();
        if (value is null)
            return null;
        var setting = new SettingDefinition
        {
            Key = entry.Key,
            Title = title,
            Value = value,
            Source = source,
            Default = value,
            DefaultSource = source,
            Line = line,
            Measure = measure,
        };
        context.Strict?.Setting(setting, reader.MarkOf("source"));
        return setting;
    }

    private static SettingDefinition? Local(YamlEntry entry, SettingDefinition setting, ReadingContext context)
    {
        var reader = new YamlReader(entry.Value, entry.Mark, SettingShapes.Local, entry.Key, context.Problems);
        var source = reader.Required("source");
        var value = Value(reader, context);
        reader.Done();
        if (value is null)
            return null;
        // Hours run on other fields than days do: a definition is written for the one or the other.
        if (
            (value.Period is null) == (setting.Default.Period is null)
            && value.Period?.IsTimed == setting.Default.Period?.IsTimed
        )
        {
            var own = setting with { Value = value, Source = source, IsLocal = true };
            context.Strict?.Setting(own, reader.MarkOf("source"));
            return own;
        }
        context.Problem(
            reader.MarkOf("value"),
            $"设置“{entry.Key}”（{setting.Title}）是{(setting.Default.Period is null ? "一个数" : setting.Default.Period.IsTimed ? "以小时、分钟计的期限" : "期限")}，例如 {setting.Default.Text}，不能写成“{value.Text}”。"
        );
        return null;
    }

    private static SettingValue? Value(YamlReader reader, ReadingContext context)
    {
        var text = reader.Required("value");
        if (text.Length == 0)
            return null;
        var value = SettingValue.Parse(text, out var problem);
        if (problem is not null)
            context.Problem(reader.MarkOf("value"), problem + "。");
        return value;
    }
}
