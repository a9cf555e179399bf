using Fazhang.Core.Access;
using Fazhang.Core.Expressions;

namespace Fazhang.Core.Definitions;

/// <summary>
/// The words by which a condition asks about the person who acts: <c>user</c> (the account, to compare with a user field),
/// <c>user.unit</c> (the unit of the role by which they act), <c>user.name</c> and <c>user.login</c> (to compare with texts).
/// Their values stand behind the record's own.
/// </summary>
internal static class UserWords
{
    public const string User = "user";

    private static readonly (string Name, string Title, ExpressionType Type)[] Words =
    [
        (User, "办理人", ExpressionType.Reference),
        (User + ".unit", "办理人的单位", ExpressionType.Reference),
        (User + ".name", "办理人的姓名", ExpressionType.Text),
        (User + ".login", "办理人的登录名", ExpressionType.Text),
    ];

    public static ExpressionScope Scope(
        IReadOnlyList<FieldDefinition> fields,
        IReadOnlyDictionary<string, ExpressionSetting> settings
    ) =>
        new(
            [
                .. fields.Where(field => field.Key != User).Select(RegisterExpressions.Field),
                .. Words.Select(
                    (word, index) =>
                        new ExpressionField
                        {
                            Name = word.Name,
                            Title = word.Title,
                            Type = word.Type,
                            Slot = fields.Count + index,
                            Column = word.Name,
                        }
                ),
            ],
            settings
        );

    /// <summary>The record's values with those of the person, who acts by one of their grants.</summary>
    public static object?[] Values(object?[] record, Actor actor, Grant grant) =>
        [
            .. record,
            grant.For?.AccountId ?? actor.AccountId,
            grant.UnitId,
            grant.For?.Name ?? actor.Name,
            grant.For?.Login ?? actor.Login,
        ];
}
