namespace Fazhang.Core.Definitions.Shapes;

/// <summary>A place's own part of an annual report.</summary>
internal static class ReportShapes
{
    public static Shape Local { get; } =
        new(
            "local_report",
            "本地报告",
            [
                new("year", Is.Number, "报告年度。", Required: true),
                new(
                    "units",
                    Is.Named("名称", Is.Word("单位代码"), ".+"),
                    "句子里 `unit=名称` 指哪个单位；“本级”在统一的模板里也用。",
                    Example: "{本级: \"210200-0\"}"
                ),
                new(
                    "facts",
                    Is.Named("名称", Is.A(() => Fact)),
                    "叙述数字：没有账目、由编写者负责的数字。句子里写 `{fact.名称}`。"
                ),
                new("paragraphs", Is.Named("段落名", Is.A(() => Part)), "对统一模板中有名字的段落（`{#名字}`）的增补。"),
                new("note", Is.Text, "日期下面的附注。"),
            ]
        )
        {
            Remarks =
                "`reports/<单位代码>/<年度>.yaml`，演示城市为 `demo/<地名-年>/report.yaml`。统一的措辞在 `reports/annual.md`，"
                + "这里只写一个地方自己的事实和说法；写法与模板相同。",
        };

    public static Shape Fact { get; } =
        new(
            "fact",
            "叙述数字",
            [
                new("title", Is.Text, "是什么数字。", Required: true),
                new("value", Is.Word("数"), "印出的数，加引号。", Required: true, Example: "\"100\""),
                new("unit", Is.Text, "数后面的单位。"),
                new("source", Is.Text, "出处：哪份文件、谁提供、截至何时。", Required: true),
            ]
        );

    public static Shape Part { get; } =
        new(
            "report_part",
            "段落增补",
            [
                new("instead", Is.Text, "代替这一段的文字，可以有几段。"),
                new("after", Is.Text, "接在这一段后面的文字，可以有几段，也可以有标题和表格。"),
            ]
        );
}
