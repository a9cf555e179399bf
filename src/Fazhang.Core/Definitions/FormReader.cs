using System.Text;
using Fazhang.Core.Definitions.Shapes;
using Fazhang.Core.Reports;

namespace Fazhang.Core.Definitions;

/// <summary>Reads the print forms of a register: <c>text</c> is the template itself, <c>template</c> a file with it.</summary>
internal static class FormReader
{
    public static IReadOnlyList<FormDefinition> Read(
        YamlReader register,
        IReadOnlyList<FieldDefinition> fields,
        IReadOnlyList<DeadlineDefinition> deadlines,
        RegisterExpressions expressions,
        ReadingContext context
    )
    {
        var forms = new List<FormDefinition>();
        var names = FormVariables.Names(fields, deadlines);
        foreach (var entry in register.Entries("forms"))
        {
            context.CheckName(entry.Key, entry.Mark, "文书");
            var one = new YamlReader(entry.Value, entry.Mark, FlowShapes.Form, entry.Key, context.Problems);
            var title = one.Required("title");
            var number = NumberFormatReader.Read(one, fields, context);
            var by = context.RoleKeys(one.Texts("by"));
            var when = one.Text("when") is { } text ? expressions.Condition(text, one.MarkOf("when")) : null;
            var otherwise = context.Words(one.Text("otherwise"), one.MarkOf("otherwise"));
            if (one.Has("when") != one.Has("otherwise"))
                context.Problem(one.Mark, $"文书“{entry.Key}”的 when 和 otherwise 要一起写：条件，和不满足时对用户说的话。");
            var template = Template(one, names, context);
            // Whoever may read the record may read its documents; a field for fewer eyes has no place in one.
            foreach (
                var hidden in fields.Where(field =>
                    field.Visible is not null && template?.VariableNames.Contains(field.Key) == true
                )
            )
                context.Problem(
                    one.Mark,
                    $"文书“{entry.Key}”用了限定可见的字段“{hidden.Key}”。能看案卷的人都能看文书：请从模板里去掉它。"
                );
            if (template is not null)
                forms.Add(
                    new()
                    {
                        Key = entry.Key,
                        Title = title,
                        Number = number,
                        By = by,
                        When = when,
                        Otherwise = otherwise,
                        Template = template,
                    }
                );
            one.Done();
        }
        return forms;
    }

    /// <summary>What an action produces has to be there.</summary>
    public static void CheckProduced(YamlReader reader, RegisterDefinition register, ReadingContext context)
    {
        var keys = reader.Entries("forms").Select(entry => entry.Key).ToList();
        foreach (var action in register.Actions.Where(action => action.Produces is { Length: > 0 } form && !keys.Contains(form)))
            context.Unknown(
                reader.Entries("actions").First(entry => entry.Key == action.Key).Mark,
                "文书",
                action.Produces!,
                keys
            );
    }

    private static ReportTemplate? Template(YamlReader form, IReadOnlyDictionary<string, string> names, ReadingContext context)
    {
        var (text, file) = (form.Text("text"), form.Text("template"));
        if ((text is null) == (file is null))
        {
            context.Problem(form.Mark, "文书要写 text（模板正文）或者 template（模板文件），两者写一个。");
            return null;
        }
        // The text of a block begins on the line below its key.
        var (mark, above) = (form.MarkOf(text is null ? "template" : "text"), form.MarkOf("text").Line);
        if (file is not null)
        {
            var path = Path.GetFullPath(Path.Combine(context.Directory, file));
            if (!path.StartsWith(Path.GetFullPath(context.Directory), StringComparison.Ordinal) || !File.Exists(path))
            {
                context.Problem(mark, $"没有模板文件“{file}”。路径从定义目录写起，例如 forms/受理通知书.md。");
                return null;
            }
            text = File.ReadAllText(path, Encoding.UTF8);
            (mark, above) = (new Mark(file, 1), 0);
        }
        var parsed = ReportTemplate.ParseForm(text!, names);
        foreach (var error in parsed.Errors)
            context.Problem(mark with { Line = above + error.Line }, $"第 {error.Column} 列：{error.Message}");
        return parsed.Template;
    }
}
