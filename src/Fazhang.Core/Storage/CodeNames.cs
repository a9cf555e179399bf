using Fazhang.Core.Definitions;
using Fazhang.Core.Fields;

namespace Fazhang.Core.Storage;

/// <summary>Plans the codes of a field: renamed, retired, removed.</summary>
internal static class CodeNames
{
    /// <param name="database">The database.</param>
    /// <param name="change">The field before and now.</param>
    /// <param name="register">Its register.</param>
    /// <param name="table">The register's table as it is called now in the database.</param>
    public static IEnumerable<SchemaChange> Plan(
        DatabaseFacts database,
        NameChange change,
        RegisterDefinition register,
        string table
    )
    {
        if (change is not { Before.Codes: { } before, Now.Codes: { } now })
            yield break;
        var field = register.Field(change.Now.Key)!;
        var columns = database.Columns(table);
        if (new[] { field.Key }.Concat(field.Was).FirstOrDefault(columns.ContainsKey) is not { } column)
            yield break;
        var what = $"台账“{register.Title}”的字段“{field.Title}”的代码";
        var codes = NameChange.Between(before, now);
        foreach (var code in codes)
        {
            var held = code.Renamed || code.Removed ? database.Count(table, Holds(column, field, code.Before!.Key)) : 0;
            if (code.Renamed)
                yield return new(
                    SchemaChangeKind.Rename,
                    $"{what}“{code.Now!.Title}”：{code.Before!.Key} 改为 {code.Now.Key}，{held} 条记录随之",
                    [Replace(register.Table, field, code.Before.Key, code.Now.Key)]
                );
            if (code.Removed && held > 0)
                yield return NameWords.Refuse(
                    $"{what}里没有“{code.Before!.Title}”（{code.Before.Key}）了，而 {held} 条记录选了它。"
                        + $"如果改了写法，在新代码下写 was: {code.Before.Key}；如果不再使用，把它写回去并加上 retired: true。"
                );
            foreach (var retired in NameWords.Retired(what, code, "，不能新选，老记录照常显示"))
                yield return retired;
        }
        foreach (var forgotten in NameWords.Forgotten(what, codes))
            yield return forgotten;
    }

    private static string Holds(string column, FieldDefinition field, string code)
    {
        var quoted = SqlDialect.Quote(column);
        return field.Type is ChoicesField
            ? $"REPLACE(',' || {quoted} || ',', {SqlDialect.Literal($",{code},")}, '') <> ',' || {quoted} || ','"
            : $"{quoted} = {SqlDialect.Literal(code)}";
    }

    private static string Replace(string table, FieldDefinition field, string old, string now)
    {
        var quoted = SqlDialect.Quote(field.Column);
        var value =
            field.Type is ChoicesField
                ? $"TRIM(REPLACE(',' || {quoted} || ',', {SqlDialect.Literal($",{old},")}, {SqlDialect.Literal($",{now},")}), ',')"
                : SqlDialect.Literal(now);
        return $"UPDATE {SqlDialect.Quote(table)} SET {quoted} = {value} WHERE {Holds(field.Column, field, old)}";
    }
}
