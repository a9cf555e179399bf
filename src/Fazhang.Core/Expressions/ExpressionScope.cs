using System.Collections.Frozen;

namespace Fazhang.Core.Expressions;

/// <summary>The fields an expression may name. Throws for two fields of one name or a name the language keeps for itself.</summary>
public sealed class ExpressionScope
{
    private static readonly FrozenSet<string> s_reserved = FrozenSet.ToFrozenSet([
        "and",
        "or",
        "not",
        "in",
        "is",
        "empty",
        "true",
        "false",
        "within",
        Functions.Today,
        Functions.Now,
        "setting",
    ]);

    private readonly FrozenDictionary<string, ExpressionField> _fields;

    /// <summary>What names of settings begin with.</summary>
    public const string SettingPrefix = "setting.";

    public ExpressionScope(IEnumerable<ExpressionField> fields, IReadOnlyDictionary<string, ExpressionSetting>? settings = null)
    {
        Settings = settings ?? new Dictionary<string, ExpressionSetting>();
        var byName = new Dictionary<string, ExpressionField>();
        foreach (var field in fields)
        {
            if (IsReserved(field.Name))
                throw new ArgumentException($"字段名 {field.Name} 是表达式语言的保留字", nameof(fields));
            if (field.Scale is < 0 or > NumberLiteralNode.MaxDigits)
                throw new ArgumentException(
                    $"字段 {field.Name} 的小数位数应为 0 至 {NumberLiteralNode.MaxDigits}",
                    nameof(fields)
                );
            if (!byName.TryAdd(field.Name, field))
                throw new ArgumentException($"字段名 {field.Name} 重复", nameof(fields));
        }
        _fields = byName.ToFrozenDictionary();
    }

    /// <summary>The values that the place has set, by key.</summary>
    public IReadOnlyDictionary<string, ExpressionSetting> Settings { get; }

    public IEnumerable<ExpressionField> Fields => _fields.Values;

    /// <summary>Whether a field must not be called so, because the language uses the word.</summary>
    public static bool IsReserved(string name) => s_reserved.Contains(name);

    public ExpressionField? Find(string name) => _fields.GetValueOrDefault(name);
}

/// <summary>A value set by the place: a number as it is written, or a period.</summary>
public sealed record ExpressionSetting(string Text, Deadlines.Budget? Period);
