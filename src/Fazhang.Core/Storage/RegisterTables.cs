using Fazhang.Core.Definitions;

namespace Fazhang.Core.Storage;

/// <summary>Plans the table of one register: made, renamed, given columns; what holds data is never dropped.</summary>
internal sealed class RegisterTables(DatabaseFacts database, RegisterDefinition register)
{
    private readonly SqlDialect dialect = database.Dialect;
    private readonly List<string> former = [];

    /// <summary>The name the table has now in the database; null when there is none yet.</summary>
    public string? Found { get; } =
        register.Keys.Select(RegisterDefinition.TableOf).FirstOrDefault(table => database.HasTable(table));

    public IEnumerable<SchemaChange> Plan()
    {
        if (Found is null)
        {
            yield return Create();
            yield break;
        }
        foreach (var other in register.Was.Select(RegisterDefinition.TableOf).Where(table => table != Found))
            if (database.HasTable(other) && database.Any(other, "1 = 1"))
                yield return Refuse(
                    $"台账“{register.Title}”的旧表 {other} 和新表 {Found} 里都有记录，不能合成一个。去掉 was，或把其中一个台账单独保留。"
                );
        if (Found != register.Table)
            yield return Rename();
        foreach (var change in Columns())
            yield return change;
    }

    /// <summary>Indexes that are missing, once tables and columns have their names; those under former names are made anew.</summary>
    public IEnumerable<SchemaChange> Indexes()
    {
        if (Found is null)
            yield break;
        var existing = database.Indexes(Found);
        var wanted = SchemaIndexes.Of(dialect, register).ToList();
        var names = wanted.Select(index => index.Name(register.Table)).ToHashSet(StringComparer.Ordinal);
        // What was unique and is no longer must not go on refusing records.
        var outdated = wanted
            .SelectMany(FormerNames)
            .Concat(existing.Where(name => register.Keys.Any(key => name.StartsWith(Unique(key), StringComparison.Ordinal))))
            .Where(name => existing.Contains(name) && !names.Contains(name))
            .Distinct()
            .ToList();
        var missing = wanted.Where(index => !existing.Contains(index.Name(register.Table))).ToList();
        foreach (var doubled in missing.Where(HasDoubles))
            yield return Refuse(
                $"台账“{register.Title}”的字段“{doubled.Field!.Title}”（{doubled.Field.Key}）要求不重复，但已有记录里有重复的值。"
                    + "先改正重复的记录，再加上 unique。"
            );
        if (missing.Count > 0 || outdated.Count > 0)
            yield return new(
                SchemaChangeKind.Add,
                $"台账“{register.Title}”建立索引 {missing.Count} 个",
                [
                    .. outdated.Select(name => $"DROP INDEX IF EXISTS {name}"),
                    .. missing.Select(index => index.Create(register.Table)),
                ]
            );
    }

    private static string Unique(string key) => RegisterIndex.Prefix(RegisterDefinition.TableOf(key)) + RegisterIndex.UniquePart;

    /// <summary>Whether records stand in the way of a new unique index; columns still have their former names here.</summary>
    private bool HasDoubles(RegisterIndex index)
    {
        if (!index.Unique || index.Field?.UniqueWithin is not { } within)
            return false;
        var existing = database.Columns(Found!);
        var columns = within
            .Prepend(index.Field.Key)
            .Select(key => new[] { key }.Concat(register.Field(key)!.Was).FirstOrDefault(existing.ContainsKey))
            .ToList();
        return !columns.Contains(null) && database.HasDoubles(Found!, [.. columns.Select(column => column!)]);
    }

    private SchemaChange Create()
    {
        var columns = register.Fields.Select(field =>
            $"{SqlDialect.Quote(field.Column)} {dialect.ColumnType(field.Type.Storage)}"
        );
        return new(
            SchemaChangeKind.Add,
            $"新建台账“{register.Title}”（{register.Key}），{register.Fields.Count(field => !field.BuiltIn)} 个字段",
            [
                $"CREATE TABLE {SqlDialect.Quote(register.Table)} ({Schema.SystemColumns(dialect)}, {string.Join(", ", columns)})",
                .. SchemaIndexes.Of(dialect, register).Select(index => index.Create(register.Table)),
            ]
        );
    }

    private SchemaChange Rename()
    {
        var old = register.Was.First(key => RegisterDefinition.TableOf(key) == Found);
        return new(
            SchemaChangeKind.Rename,
            $"台账“{register.Title}”：名称 {old} 改为 {register.Key}，{database.Count(Found!)} 条记录、编号和流水随之",
            [
                $"ALTER TABLE {SqlDialect.Quote(Found!)} RENAME TO {SqlDialect.Quote(register.Table)}",
                .. RenamedKeys.OfRegister(old, register.Key),
            ]
        );
    }

    private IEnumerable<SchemaChange> Columns()
    {
        var existing = database.Columns(Found!);
        var taken = Schema.SystemColumnNames.ToHashSet(StringComparer.Ordinal);
        foreach (var field in register.Fields)
        {
            var column = new[] { field.Key }.Concat(field.Was).FirstOrDefault(existing.ContainsKey);
            if (column is not null)
                taken.Add(column);
            var wanted = dialect.ColumnType(field.Type.Storage);
            if (column is null)
                yield return new(
                    SchemaChangeKind.Add,
                    $"台账“{register.Title}”增加字段“{field.Title}”（{field.Key}）",
                    [$"ALTER TABLE {SqlDialect.Quote(register.Table)} ADD COLUMN {SqlDialect.Quote(field.Column)} {wanted}"]
                );
            else if (!string.Equals(existing[column], wanted, StringComparison.OrdinalIgnoreCase))
                yield return Refuse(
                    $"台账“{register.Title}”的字段“{field.Title}”（{field.Key}）在数据库里是 {existing[column]}，定义要求 {wanted}。"
                        + "已有数据不会被自动转换：请改用新的字段名，或恢复原来的类型。"
                );
            else if (column != field.Key)
            {
                former.Add(column);
                var filled = database.Count(Found!, $"{SqlDialect.Quote(column)} IS NOT NULL");
                yield return new(
                    SchemaChangeKind.Rename,
                    $"台账“{register.Title}”的字段“{field.Title}”：名称 {column} 改为 {field.Key}，{filled} 条记录的内容随之",
                    [
                        $"ALTER TABLE {SqlDialect.Quote(register.Table)} RENAME COLUMN {SqlDialect.Quote(column)} TO {SqlDialect.Quote(field.Column)}",
                    ]
                );
            }
        }
        foreach (var column in existing.Keys.Where(column => !taken.Contains(column)).Order(StringComparer.Ordinal))
            if (database.Any(Found!, $"{SqlDialect.Quote(column)} IS NOT NULL"))
                yield return LeftOver(column, existing.Keys);
    }

    /// <summary>A column with data that no field owns: either its field was renamed without saying so, or taken out.</summary>
    private SchemaChange LeftOver(string column, IEnumerable<string> existing)
    {
        var owner = register.Fields.FirstOrDefault(field => field.Was.Contains(column));
        var filled = database.Count(Found!, $"{SqlDialect.Quote(column)} IS NOT NULL");
        return Refuse(
            owner is not null && existing.Contains(owner.Key)
                ? $"台账“{register.Title}”的旧字段 {column} 和新字段 {owner.Key} 都在，{filled} 条记录的旧字段有内容，不能合成一个。"
                    + $"把旧字段写回定义并加上 retired: true，去掉 {owner.Key} 的 was: {column}。"
                : $"台账“{register.Title}”的定义里没有字段 {column}，而 {filled} 条记录有它的内容。"
                    + $"如果改了名称，在新字段上写 was: {column}；如果不再使用，把它写回定义并加上 retired: true。"
        );
    }

    private IEnumerable<string> FormerNames(RegisterIndex index)
    {
        var parts = index.Field is { } field
            ? field.Was.Select(was => index.Part[..^field.Key.Length] + was).Prepend(index.Part)
            : [index.Part];
        var tables = register.Keys.Select(RegisterDefinition.TableOf);
        return from table in tables from part in parts select (index with { Part = part }).Name(table);
    }

    private static SchemaChange Refuse(string words) => new(SchemaChangeKind.Refuse, words, []);
}
