namespace Fazhang.Core.Definitions.Shapes;

/// <summary>Settings of the place.</summary>
internal static class SettingShapes
{
    private static readonly ShapeKey Value = new(
        "value",
        Is.Word("期限或数"),
        "`15 days`、`5 workdays`、`6 months`、`5 years`，或者不带单位的数。",
        Required: true,
        Example: "15 days"
    );

    public static Shape File { get; } =
        new("settings", "地方设置文件", [new("settings", Is.Named("设置名", Is.A(() => Setting)), "通常的值。", Required: true)])
        {
            Remarks =
                "没有全国统一规定、由各地自己定的天数和数，写在 `settings.yaml`，在定义里用 `setting.设置名` 引用："
                + "时限的 `within`、`extend`、提醒，表达式（期限只能加在日期上：`issued_on + setting.validity`），"
                + "以及 `help`、`say`、`otherwise`、时限的 `law` 里的 `{setting.设置名}`。指标的口径不能引用设置。\n\n"
                + "本地的值写在数据目录的 `settings.yaml` 里（或启动时用 `--settings` 指明的文件），重新启动生效，改动记入流水。"
                + "期限改了以后：改动之日起开始的计时按新的期限，以前开始的仍按开始那天的期限；表达式按现在的值。",
        };

    public static Shape Setting { get; } =
        new(
            "setting",
            "设置",
            [
                new("title", Is.Text, "名称。", Required: true, Example: "规范性文件报送备案期限"),
                Value,
                new("source", Is.Text, "这个值的来历。", Required: true, Example: "多数地方的备案规定为印发之日起十五日"),
                new("unit", Is.Text, "数的计量单位；期限不写。", Example: "分"),
                new("line", Is.Word("业务条线"), "属于哪个条线；几个条线共用的不写。"),
            ]
        );

    public static Shape LocalFile { get; } =
        new(
            "local_settings",
            "本地设置文件",
            [new("settings", Is.Named("设置名", Is.A(() => Local)), "本地自己的值，只写与通常不同的。", Required: true)]
        );

    public static Shape Local { get; } =
        new(
            "local_setting",
            "本地的值",
            [
                Value,
                new("source", Is.Text, "依据的本地文件和条款。", Required: true, Example: "某市行政规范性文件管理办法第二十条"),
            ]
        );
}
