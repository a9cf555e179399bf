using System.Globalization;
using Fazhang.Core.Definitions;

namespace Fazhang.Core.Access;

/// <summary>How personal values look to those who may not see them. The length is not kept: it would tell something.</summary>
public static class Masking
{
    /// <summary>What stands for a sensitive value.</summary>
    public const string Nothing = "（不显示）";

    public static string Mask(Personal personal, string value)
    {
        if (personal == Personal.Hidden)
            return Nothing;
        if (value.Length == 0 || personal == Personal.None)
            return value;
        var first = StringInfo.GetNextTextElement(value);
        return personal switch
        {
            // 张某 says enough in a list; organisations keep their first two characters: 辽海…
            Personal.Name => first + "某某",
            Personal.Phone when value.Length >= 7 => value[..3] + "****" + value[^4..],
            // All identity numbers have 18 characters, so ten stars tell nothing.
            Personal.Id when value.Length >= 15 => value[..4] + "**********" + value[^4..],
            _ => first + "***",
        };
    }
}
