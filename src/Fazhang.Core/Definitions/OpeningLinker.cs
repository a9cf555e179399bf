using System.Text.RegularExpressions;
using Fazhang.Core.Expressions;
using Fazhang.Core.Fields;

namespace Fazhang.Core.Definitions;

/// <summary>Joins `opens` with the registers they lead to, and checks that what comes out can be saved.</summary>
internal static partial class OpeningLinker
{
    public static Dictionary<string, RegisterDefinition> Link(
        IReadOnlyDictionary<string, RegisterDefinition> registers,
        ReadingContext context
    )
    {
        IReadOnlyList<OpeningDefinition> Linked(RegisterDefinition source, IReadOnlyList<OpeningDefinition> openings) =>
            [.. openings.Select(opening => Joined(source, opening, registers, context)).OfType<OpeningDefinition>()];
        var linked = registers.ToDictionary(
            pair => pair.Key,
            pair =>
                pair.Value with
                {
                    Opens = Linked(pair.Value, pair.Value.Opens),
                    Actions =
                    [
                        .. pair.Value.Actions.Select(action =>
                            action.Opens.Count == 0 ? action : action with { Opens = Linked(pair.Value, action.Opens) }
                        ),
                    ],
                },
            StringComparer.Ordinal
        );
        CheckEndless(registers, context);
        return linked;
    }

    private static OpeningDefinition? Joined(
        RegisterDefinition source,
        OpeningDefinition opening,
        IReadOnlyDictionary<string, RegisterDefinition> registers,
        ReadingContext context
    )
    {
        var draft = opening.Draft!;
        if (!registers.TryGetValue(opening.Target, out var target))
        {
            if (opening.Target.Length > 0)
                context.Unknown(draft.Mark, "台账", opening.Target, registers.Keys);
            return null;
        }
        if (target.IsReturn || target.Retired)
        {
            context.Problem(
                draft.Mark,
                $"“{target.Title}”{(target.IsReturn ? "是报表" : "已停用")}，不能由别的记录产生。换一个台账。"
            );
            return null;
        }
        var entered = target.EntryFields.ToList();
        if (Back(source, target, entered, draft, context) is not { } back)
            return null;
        var fills = draft.Fill.Select(entry => Fill(entry, entered, draft, context)).OfType<FillDefinition>().ToList();
        foreach (var fill in fills.Where(fill => fill.Field == back))
            context.Problem(draft.Mark, $"“{back.Key}”由 back 填写，fill 里不用再写。删去它。");
        // Somebody looks at a form that is offered; what happens by itself must be complete by itself.
        if (!opening.Offer)
            foreach (var field in entered.Where(own => own.Required && own.Default is null && own != back))
                if (draft.Fill.All(entry => entry.Key != field.Key))
                    context.Problem(
                        draft.Mark,
                        $"自动产生的“{target.Title}”缺少必填字段“{field.Key}”（{field.Title}）。在 fill 里写它怎样填，或写 offer: true 由人填写。"
                    );
        return opening with
        {
            Title = opening.Title.Length > 0 ? opening.Title : "登记" + target.Title,
            Back = back,
            Fills = fills,
            Draft = null,
        };
    }

    private static FieldDefinition? Back(
        RegisterDefinition source,
        RegisterDefinition target,
        List<FieldDefinition> entered,
        OpeningDraft draft,
        ReadingContext context
    )
    {
        var name = draft.Back.Value;
        if (name.Length == 0)
            return null;
        if (entered.FirstOrDefault(field => field.Key == name) is not { } field)
            context.Unknown(draft.Back.Mark, $"“{target.Title}”的登记字段", name, entered.Select(own => own.Key));
        else if (field.Type is not RecordField reference || reference.Of != source.Key)
            context.Problem(
                draft.Back.Mark,
                $"back 的“{name}”要是“{target.Title}”里引用“{source.Key}”的字段（type: record, of: {source.Key}）。"
            );
        else
            return field;
        return null;
    }

    /// <summary>How one field of the other record is filled in from this one; null after reporting why not.</summary>
    public static FillDefinition? Fill(
        YamlEntry entry,
        List<FieldDefinition> entered,
        OpeningDraft draft,
        ReadingContext context,
        string what = "登记时能填的字段"
    )
    {
        if (entered.FirstOrDefault(own => own.Key == entry.Key) is not { } field)
        {
            context.Unknown(entry.Mark, what, entry.Key, entered.Select(own => own.Key));
            return null;
        }
        var fill = entry.Value switch
        {
            YamlText text when Source(draft, text.Value) is { } copied && IsCopied(copied) => Copy(entry, field, copied, context),
            YamlText text when text.Value.Contains('{', StringComparison.Ordinal) => Sentence(entry, text, field, draft, context),
            YamlText text => Value(text.Value, entry.Mark, field, draft, context) is { } value
                ? new FillDefinition
                {
                    Field = field,
                    Value = value,
                    Sources = Sources(value, draft),
                }
                : null,
            YamlMap { Entries: [{ Value: YamlMap cases } by] } => ByCode(by, cases, field, draft, context),
            _ => Malformed(entry, context),
        };
        foreach (var source in fill?.Sources ?? [])
            CheckProtection(entry, field, source, context);
        return fill;
    }

    private static FillDefinition? Malformed(YamlEntry entry, ReadingContext context)
    {
        context.Problem(
            entry.Mark,
            $"fill 的“{entry.Key}”应当是本记录的字段、表达式或句子，或按一个代码字段分：{{grounds: {{facts: evidence}}}}。"
        );
        return null;
    }

    private static FieldDefinition? Source(OpeningDraft draft, string name) =>
        draft.Expressions.Fields.FirstOrDefault(field => field.Key == name);

    /// <summary>References and lists of codes are no values of the expression language; they are taken whole.</summary>
    private static bool IsCopied(FieldDefinition field) =>
        field.Type.Expression is ExpressionType.Reference or ExpressionType.Choices;

    private static FillDefinition? Copy(YamlEntry entry, FieldDefinition field, FieldDefinition source, ReadingContext context)
    {
        var fits =
            field.Type.GetType() == source.Type.GetType() && (field.Type as RecordField)?.Of == (source.Type as RecordField)?.Of;
        if (fits && field.Choices is not null && !HasCodes(entry.Mark, field, source, context))
            return null;
        if (fits)
            return new()
            {
                Field = field,
                Copy = source,
                Sources = [source],
            };
        context.Problem(
            entry.Mark,
            $"“{source.Key}”（{source.Title}）不能填进“{field.Key}”（{field.Title}）：两者引用的不是同一类。"
        );
        return null;
    }

    private static FillDefinition? Sentence(
        YamlEntry entry,
        YamlText text,
        FieldDefinition field,
        OpeningDraft draft,
        ReadingContext context
    )
    {
        if (field.Type is not (TextField or LongTextField))
        {
            context.Problem(entry.Mark, $"句子只能填进文字字段，“{field.Key}”是 {field.Type.Name}。写本记录的字段或表达式。");
            return null;
        }
        var parts = new List<SentencePart>();
        var at = 0;
        foreach (Match match in Placeholder().Matches(text.Value))
        {
            parts.Add(new(text.Value[at..match.Index], null));
            at = match.Index + match.Length;
            if (Source(draft, match.Groups[1].Value) is { } source)
                parts.Add(new("", source));
            else
                context.Unknown(entry.Mark, "字段", match.Groups[1].Value, draft.Expressions.Fields.Select(own => own.Key));
        }
        parts.Add(new(text.Value[at..], null));
        if (parts.Any(part => part.Words.AsSpan().ContainsAny('{', '}')))
            context.Problem(entry.Mark, $"句子“{text.Value}”里的花括号没有配对，或者括号里不是字段名。写成 {{字段}}。");
        return new()
        {
            Field = field,
            Sentence = parts,
            Sources = [.. parts.Select(part => part.Field).OfType<FieldDefinition>().Distinct()],
        };
    }

    private static FillDefinition? ByCode(
        YamlEntry by,
        YamlMap cases,
        FieldDefinition field,
        OpeningDraft draft,
        ReadingContext context
    )
    {
        if (Source(draft, by.Key) is not { Choices: { } codes } source)
        {
            context.Problem(by.Mark, $"fill 的“{field.Key}”下的“{by.Key}”要是本记录的一个代码字段（choice）。");
            return null;
        }
        var values = new Dictionary<string, Expression>(StringComparer.Ordinal);
        foreach (var item in cases.Entries)
        {
            if (!codes.Has(item.Key))
                context.Unknown(item.Mark, "代码", item.Key, codes.Items.Select(own => own.Code));
            if (item.Value is not YamlText text)
                context.Problem(item.Mark, $"代码“{item.Key}”后面应当是一个值或表达式。");
            else if (Value(text.Value, item.Mark, field, draft, context) is { } value)
                values[item.Key] = value;
        }
        return new()
        {
            Field = field,
            By = source,
            Cases = values,
            Sources = [source, .. values.Values.SelectMany(value => Sources(value, draft)).Distinct()],
        };
    }

    private static Expression? Value(string text, Mark mark, FieldDefinition field, OpeningDraft draft, ReadingContext context)
    {
        // A code of the new record's list is meant, also where the source has a field of that name.
        var isCode = field.Choices?.Has(text) == true;
        if (!isCode && field.Choices is not null && Source(draft, text) is { Choices: not null } source)
            if (!HasCodes(mark, field, source, context))
                return null;
        return draft.Expressions.Value(text, mark, field);
    }

    private static bool HasCodes(Mark mark, FieldDefinition field, FieldDefinition source, ReadingContext context)
    {
        if (source.Choices!.Items.FirstOrDefault(item => !field.Choices!.Has(item.Code)) is not { } missing)
            return true;
        context.Problem(
            mark,
            $"“{source.Key}”的代码“{missing.Code}”（{missing.Title}）不在“{field.Key}”的代码表里。逐个写明对应：{{{source.Key}: {{{missing.Code}: …}}}}。"
        );
        return false;
    }

    private static List<FieldDefinition> Sources(Expression value, OpeningDraft draft) =>
        [.. draft.Expressions.Fields.Where(field => value.Fields.Contains(field.Key))];

    /// <summary>What is hidden in the source must not come to light in what it opens.</summary>
    private static void CheckProtection(YamlEntry entry, FieldDefinition field, FieldDefinition source, ReadingContext context)
    {
        if (source.Personal != Personal.None && field.Personal == Personal.None)
            context.Problem(
                entry.Mark,
                $"“{source.Key}”（{source.Title}）是个人信息，填进“{field.Key}”会把它泄露出去。给“{field.Key}”标 personal，或换一个来源。"
            );
        if (source.Visible is not null && field.Visible is null)
            context.Problem(
                entry.Mark,
                $"“{source.Key}”（{source.Title}）限定可见，填进“{field.Key}”会把它泄露出去。给“{field.Key}”也写 visible，或换一个来源。"
            );
    }

    /// <summary>Entering one record must not open others without end.</summary>
    private static void CheckEndless(IReadOnlyDictionary<string, RegisterDefinition> registers, ReadingContext context)
    {
        foreach (var (key, register) in registers)
        {
            var reached = new HashSet<string>(StringComparer.Ordinal);
            var waiting = new Queue<string>([key]);
            while (waiting.TryDequeue(out var next))
                foreach (var opening in registers.GetValueOrDefault(next)?.Opens.Where(opening => !opening.Offer) ?? [])
                    if (reached.Add(opening.Target))
                        waiting.Enqueue(opening.Target);
            if (reached.Contains(key))
                context.Problem(
                    register.Opens.First(opening => !opening.Offer).Draft!.Mark,
                    $"登记一条“{register.Title}”会没有止境地产生记录：转了一圈又产生它自己。去掉一环，或写 offer: true。"
                );
        }
    }

    [GeneratedRegex("\\{([a-z][a-z0-9_]*)\\}")]
    private static partial Regex Placeholder();
}
