using System.CommandLine;
using Fazhang.Cli;

Output.PrepareConsole();
var root = new RootCommand("法账：从台账到年度报告，每个数字都能追到案件")
{
    CheckCommand.Create(),
    DocsCommand.Create(),
    DefinitionsCommands.Create(),
    SettingsCommand.Create(),
    DemoCommand.Create(),
    UnitsCommand.Create(),
    AccountsCommand.Create(),
    FiguresCommand.Create(),
    RecordCommands.Create(),
    SheetCommands.Create(),
    DelegationCommands.Create(),
    NoticeCommand.Create(),
    RebuildCommand.Create(),
    JournalCommands.Seal(),
    JournalCommands.Audit(),
    JournalCommands.Prove(),
    JournalCommands.CheckProof(),
    ClockCommand.Create(),
    CompleteCommand.Create(),
    ReportCommand.Create(),
    VerifyCommand.Create(),
};

// A file may be called @…: it is a name here, not a file of further arguments.
var command = root.Parse(args, new ParserConfiguration { ResponseFileTokenReplacer = null });
if (command.Errors.Count > 0)
    return Failures.Misspelt(command);
return Failures.Guard(() => command.Invoke(new InvocationConfiguration { EnableDefaultExceptionHandler = false }));
