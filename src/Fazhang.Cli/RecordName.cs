using System.CommandLine;
using System.Globalization;
using Fazhang.Core.Definitions;
using Fazhang.Core.Records;
using Fazhang.Core.Storage;

namespace Fazhang.Cli;

/// <summary>How a record is named on the command line: by its number, or by register and id.</summary>
internal static class RecordName
{
    public static Argument<string> Argument() =>
        new("record") { Description = "案号，或“台账名称#登记序号”，例如 reconsideration.case#15" };

    public static (RegisterDefinition Register, long Id) Find(Books books, string name)
    {
        var parts = name.Split('#');
        if (
            parts.Length == 2
            && books.Catalogue.Registers.TryGetValue(parts[0], out var register)
            && long.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var id)
        )
            return (register, id);
        foreach (var numbered in books.Catalogue.Registers.Values.Where(own => own.Number is not null))
            if (new RecordStore(books).FindByNumber(numbered, name) is { } found)
                return (numbered, found);
        throw Missing(name);
    }

    public static CommandException Missing(string name) =>
        new($"没有记录“{name}”。写案号，例如 大复〔2024〕15号，或“台账名称#登记序号”。", 2);
}
