using System.Globalization;
using Dapper;
using Fazhang.Core.Expressions;
using Fazhang.Core.Records;
using Fazhang.Core.Storage;

namespace Fazhang.Core.Fields;

/// <summary>A person with an account, stored by the account's number and shown by name. A form takes the number, the login or the name.</summary>
public sealed class UserField : FieldType
{
    public override string Name => "user";

    public override StorageType Storage => StorageType.Integer;

    public override ExpressionType Expression => ExpressionType.Reference;

    public override Widget Widget => Widget.User;

    public override string Meaning => "有账户的人员，按姓名显示";

    public override bool IsScalar => false;

    public override bool Refers => true;

    public override bool IsFiltered => true;

    public override Parsed Parse(string input) =>
        long.TryParse(input, NumberStyles.None, CultureInfo.InvariantCulture, out var id)
            ? Parsed.Ok(id)
            : Parsed.Wrong("请从列表中选择人员。");

    public override string Input(object value) => ((long)value).ToString(CultureInfo.InvariantCulture);

    public override string Show(object value, FieldWords words) => words.User((long)value);

    public override string? Matches(string column, string input, Func<object?, string> add) =>
        Parse(input).Value is long id ? $"{column} = {add(id)}" : null;

    internal override Parsed Read(string input, FieldBooks books)
    {
        if (Parse(input) is { Error: null } number)
            return number;
        var found = books
            .Connection.Query<long>(
                "SELECT id FROM account WHERE disabled = 0 AND (login = @input OR name = @input) ORDER BY id LIMIT 2",
                new { input },
                books.Transaction
            )
            .ToList();
        return found.Count switch
        {
            1 => Parsed.Ok(found[0]),
            0 => Parsed.Wrong($"没有叫“{input}”的人员。请从列表中选择，或填登录名。"),
            _ => Parsed.Wrong($"有多个人员叫“{input}”。请填登录名。"),
        };
    }

    /// <summary>A disabled account may stay where it is, but not be chosen anew; so only changed values are verified.</summary>
    internal override string? Verify(object value, FieldBooks books) =>
        books.Connection.ExecuteScalar(
            "SELECT 1 FROM account WHERE id = @value AND disabled = 0",
            new { value },
            books.Transaction
        )
            is null
            ? "选的人员不存在或已停用。请从列表中另选。"
            : null;
}
