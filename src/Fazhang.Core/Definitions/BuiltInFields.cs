using Fazhang.Core.Fields;

namespace Fazhang.Core.Definitions;

/// <summary>The engine's own fields, in the slots before those of the definition.</summary>
internal static class BuiltInFields
{
    public static List<FieldDefinition> Of(ChoiceList states, bool isReturn)
    {
        var fields = new List<FieldDefinition>
        {
            new()
            {
                Key = "unit",
                Title = isReturn ? "报送单位" : "承办单位",
                Type = FieldTypes.All["unit"],
                Slot = FieldDefinition.UnitSlot,
                Required = true,
                Listed = true,
                BuiltIn = true,
            },
            new()
            {
                Key = "state",
                Title = "环节",
                Type = new ChoiceField(states),
                Slot = FieldDefinition.StateSlot,
                Required = true,
                Listed = true,
                BuiltIn = true,
            },
            new()
            {
                Key = "number",
                Title = "编号",
                Type = FieldTypes.All["text"],
                Slot = FieldDefinition.NumberSlot,
                Listed = true,
                Searchable = true,
                BuiltIn = true,
            },
        };
        if (isReturn)
            fields.Add(
                new()
                {
                    Key = "period",
                    Title = "统计月份",
                    Type = FieldTypes.All["month"],
                    Slot = FieldDefinition.PeriodSlot,
                    Required = true,
                    Listed = true,
                    BuiltIn = true,
                }
            );
        return fields;
    }
}
