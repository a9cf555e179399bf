using Fazhang.Core.Definitions;
using Shouldly;

namespace Fazhang.Tests.Books;

/// <summary>Definitions of one small register, written to a folder of their own and changed the way a bureau would: in the file.</summary>
internal static class SmallDefinitions
{
    public const string Letter = """
        register: affairs.letter
        title: 来信登记
        line: affairs
        number: "{unit.abbr}信〔{received_on:yyyy}〕{seq}号"
        access: {read: [clerk], create: [clerk], change: [clerk], personal: [clerk]}
        fields:
          received_on: {title: 收信日期, type: date, required: true, default: today, list: true}
          sender: {title: 来信人, type: text, required: true, personal: name, list: true, search: true}
          people: {title: 人数, type: integer, default: 1, min: 1}
          kind: {title: 类别, type: choice, required: true, choices: {request: 求决, advice: 建议}}
          answered_on: {title: 答复日期, type: date}
        flow:
          received: {title: 待答复, actions: [answer, pause]}
          paused: {title: 待补充, actions: [go_on]}
          answered: {title: 已答复, actions: []}
        actions:
          answer: {title: 答复, by: clerk, to: answered, asks: [answered_on], when: answered_on >= received_on, otherwise: 答复日期不能早于收信日期。}
          pause: {title: 请来信人补充, by: clerk, to: paused}
          go_on: {title: 收到补充, by: clerk, to: received}
        deadlines:
          answer: {title: 答复, from: received_on, until: answered_on, within: 60 days, stops: [paused], law: 内部规定}
        rules:
          - {check: received_on <= today, say: 收信日期不能晚于今天。}
        indicators:
          received: {title: 收到来信, count: true, on: received_on, unit: 件, meaning: 统计期内收到的来信。}
          people: {title: 来信人数, sum: people, on: received_on, unit: 人, meaning: 统计期内来信的人数。}
          requests: {title: 求决类来信, count: true, on: received_on, where: kind = request and people > 0, unit: 件, meaning: 统计期内求决类的来信。}
        """;

    private static readonly Lazy<Catalogue> AsWritten = new(() => Load(Letter));

    /// <summary>The definitions as they stand above.</summary>
    public static Catalogue Load() => AsWritten.Value;

    /// <summary>The definitions with the given register file; the file must be right.</summary>
    public static Catalogue Load(string register, string? second = null)
    {
        var problems = new List<DefinitionProblem>();
        var catalogue = TryLoad(register, problems, second);
        problems.ShouldBeEmpty();
        return catalogue!;
    }

    /// <summary>The definitions, or null and what is wrong with them.</summary>
    /// <param name="register">The register file.</param>
    /// <param name="problems">What is wrong.</param>
    /// <param name="second">A second register file.</param>
    /// <param name="settings">The common settings.</param>
    /// <param name="local">The place's own.</param>
    /// <param name="strict">Also demand what --strict demands.</param>
    public static Catalogue? TryLoad(
        string register,
        List<DefinitionProblem> problems,
        string? second = null,
        string? settings = null,
        string? local = null,
        bool strict = false
    )
    {
        var directory = Directory.CreateTempSubdirectory("fazhang-defs-");
        try
        {
            Directory.CreateDirectory(Path.Combine(directory.FullName, "registers"));
            Directory.CreateDirectory(Path.Combine(directory.FullName, "calendar"));
            foreach (var file in Directory.EnumerateFiles(Path.Combine(Repository.Definitions, "calendar"), "*.yaml"))
                File.Copy(file, Path.Combine(directory.FullName, "calendar", Path.GetFileName(file)));
            File.WriteAllText(Path.Combine(directory.FullName, "lines.yaml"), "lines:\n  affairs: 信访\n");
            File.WriteAllText(
                Path.Combine(directory.FullName, "roles.yaml"),
                "roles:\n  clerk: {title: 经办, may: [figures]}\n  admin: {title: 管理, may: [system]}\n"
            );
            File.WriteAllText(Path.Combine(directory.FullName, "registers", "letter.yaml"), register);
            if (second is not null)
                File.WriteAllText(Path.Combine(directory.FullName, "registers", "second.yaml"), second);
            if (settings is not null)
                File.WriteAllText(Path.Combine(directory.FullName, "settings.yaml"), settings);
            var place = Path.Combine(directory.FullName, "local.yaml");
            if (local is not null)
                File.WriteAllText(place, local);
            return DefinitionLoader.Load(directory.FullName, problems, local is null ? null : place, strict);
        }
        finally
        {
            directory.Delete(recursive: true);
        }
    }

    /// <summary>The register with pieces of its text replaced; each piece must be there.</summary>
    public static string Changed(params (string Old, string New)[] changes)
    {
        var text = Letter;
        foreach (var (old, now) in changes)
        {
            text.ShouldContain(old);
            text = text.Replace(old, now, StringComparison.Ordinal);
        }
        return text;
    }
}
