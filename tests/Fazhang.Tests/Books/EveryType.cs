using Dapper;
using Fazhang.Core.Access;
using Fazhang.Core.Definitions;
using Fazhang.Core.Records;
using Shouldly;

namespace Fazhang.Tests.Books;

/// <summary>The definitions of TestDefinitions/: a register with a field of every type and every setting.</summary>
internal static class EveryType
{
    public const string Register = "test.every";
    public const string Identity = "210202199003071234";

    private static readonly Lazy<Catalogue> Loaded = new(() => Load());

    public static Catalogue Catalogue => Loaded.Value;

    /// <summary>The definitions with some text of the register replaced, and the problems they have.</summary>
    public static (Catalogue? Catalogue, IReadOnlyList<DefinitionProblem> Problems) With(
        params (string Old, string New)[] changes
    )
    {
        var directory = Directory.CreateTempSubdirectory("fazhang-every-");
        try
        {
            CopyTo(directory.FullName);
            var path = Path.Combine(directory.FullName, "registers/test/every.yaml");
            var text = File.ReadAllText(path);
            foreach (var (old, @new) in changes)
            {
                text.ShouldContain(old);
                text = text.Replace(old, @new, StringComparison.Ordinal);
            }
            File.WriteAllText(path, text);
            var problems = new List<DefinitionProblem>();
            return (DefinitionLoader.Load(directory.FullName, problems), problems);
        }
        finally
        {
            directory.Delete(recursive: true);
        }
    }

    /// <summary>Puts the definitions into a folder.</summary>
    public static void CopyTo(string folder)
    {
        Copy(Path.Combine(Repository.Root, "tests/Fazhang.Tests/TestDefinitions"), folder);
        foreach (var shared in new[] { "calendar", "divisions" })
            Copy(Path.Combine(Repository.Definitions, shared), Path.Combine(folder, shared));
    }

    public static TestBooks Open() => new(Catalogue);

    /// <summary>A right input for every field that people fill in, as a form sends it.</summary>
    public static Dictionary<string, string?> Input(TestBooks test, params (string Key, string? Value)[] changes)
    {
        var input = TestBooks.Input(
            ("unit", test.East.Id.ToString()),
            ("opened_on", "2024-12-02"),
            ("subject", "海风商贸借款案"),
            ("story", "第一天\n第二天"),
            ("phone", "138 0013 8000"),
            ("identity", Identity[..17] + Fazhang.Core.Fields.ResidentIdField.CheckCharacter(Identity)),
            ("credit", "91210200MA0000001" + Fazhang.Core.Fields.CreditCodeField.CheckCharacter("91210200MA0000001")),
            ("place", "210202"),
            ("heads", "4"),
            ("rate", "3.8501"),
            ("amount", "120000.50"),
            ("heard_at", "2024-12-10 09:30"),
            ("opened_month", "2024-12"),
            ("urgent", "true"),
            ("cause", "divorce"),
            ("tags", "debt,divorce"),
            ("court", test.West.Id.ToString()),
            (
                "fees",
                """[{"item":"受理费","kind":"debt","paid":"1000","paid_on":"2024-12-03","share":"0.125","payer":"王小明","settled":"true"},{"item":"公告费","paid":"300.25"}]"""
            )
        );
        foreach (var (key, value) in changes)
            input[key] = value;
        return input;
    }

    public static Record EnterEvery(this TestBooks test, params (string Key, string? Value)[] changes) =>
        test.TryEnterEvery(test.Actor("head"), changes).ShouldBeOfType<SaveResult.Saved>().Record;

    public static SaveResult TryEnterEvery(this TestBooks test, Actor actor, params (string Key, string? Value)[] changes) =>
        test.Records.Create(actor, test.Register(Register), Input(test, changes));

    public static SaveResult TryCorrect(
        this TestBooks test,
        Record record,
        Actor actor,
        params (string Key, string? Value)[] input
    ) => test.Records.Correct(actor, record.Register, record.Id, record.Version, TestBooks.Input(input), "测试更正");

    public static Record Correct(this TestBooks test, Record record, params (string Key, string? Value)[] input) =>
        test.TryCorrect(record, test.Actor("head"), input).ShouldBeOfType<SaveResult.Saved>().Record;

    /// <summary>The one error of a save that was refused.</summary>
    public static FieldError OneError(this SaveResult result) =>
        result.ShouldBeOfType<SaveResult.Invalid>().Errors.ShouldHaveSingleItem();

    public static Record Party(this TestBooks test, string name, Core.Units.Unit? unit = null) =>
        test
            .Records.Create(
                test.Actor("head"),
                test.Register("test.party"),
                TestBooks.Input(("unit", (unit ?? test.East).Id.ToString()), ("name", name))
            )
            .ShouldBeOfType<SaveResult.Saved>()
            .Record;

    /// <summary>An account that exists and can do nothing.</summary>
    public static long AddAccount(this TestBooks test, string login, string name) =>
        test.Books.Write((connection, transaction) => Accounts.Create(connection, transaction, login, name, "长密码-1", []));

    /// <summary>What only time or another program does: behind the engine's back.</summary>
    public static void Set(this TestBooks test, Record record, string field, string value) =>
        test.Execute($"UPDATE {record.Register.Table} SET {field} = '{value}' WHERE id = {record.Id}");

    public static void Execute(this TestBooks test, string sql) =>
        test.Books.Write((connection, transaction) => connection.Execute(sql, transaction: transaction));

    private static Catalogue Load()
    {
        var (catalogue, problems) = With();
        return catalogue ?? throw new DefinitionException(problems);
    }

    private static void Copy(string from, string to)
    {
        foreach (var file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
        {
            var target = Path.Combine(to, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }
    }
}
