using System.Globalization;
using Fazhang.Core.Definitions;
using Fazhang.Core.Fields;
using Fazhang.Core.Records;

namespace Fazhang.Web.Pages;

/// <summary>The buttons by which a table inside a form gets a line more or less; without script they send the form and nothing is saved.</summary>
public static class RowsEdit
{
    /// <summary>The button 增加一行; its value is the field's key.</summary>
    public const string Add = "rows-add";

    /// <summary>The button 删除; its value is the field's key, a dot and the number of the line from 0.</summary>
    public const string Remove = "rows-remove";

    /// <summary>Does what the pressed button says with what was typed; false when no such button was pressed.</summary>
    public static bool Apply(RegisterDefinition register, IReadOnlyDictionary<string, string> form, RecordInput typed)
    {
        ArgumentNullException.ThrowIfNull(register);
        ArgumentNullException.ThrowIfNull(form);
        ArgumentNullException.ThrowIfNull(typed);
        if (form.TryGetValue(Add, out var field))
            return Change(register, typed, field, rows => rows.Add(new Dictionary<string, string>()));
        if (!form.TryGetValue(Remove, out var place) || place.Split('.') is not [var key, var number])
            return false;
        return Change(
            register,
            typed,
            key,
            rows =>
            {
                if (int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var at) && at < rows.Count)
                    rows.RemoveAt(at);
            }
        );
    }

    private static bool Change(
        RegisterDefinition register,
        RecordInput typed,
        string key,
        Action<List<IReadOnlyDictionary<string, string>>> change
    )
    {
        if (register.Field(key) is not { Type: RowsField })
            return false;
        var rows = (RowsField.Texts(typed.GetValueOrDefault(key) ?? "") ?? []).ToList();
        change(rows);
        typed[key] = RowsField.WriteTexts(rows);
        return true;
    }
}
