using System.CommandLine;
using System.Data.Common;
using Fazhang.Core.Definitions;
using Fazhang.Core.Storage;

namespace Fazhang.Cli;

/// <summary>A command cannot be carried out, for a reason the user can mend; the message says what to do.</summary>
public sealed class CommandException(string message, int exitCode = 1) : Exception(message)
{
    public int ExitCode { get; } = exitCode;
}

/// <summary>Turns failures into words and exit codes: 1 = found wrong or refused, 2 = input that cannot be read, 70 = a bug.</summary>
internal static class Failures
{
    /// <summary>The dialect in use, to explain database failures.</summary>
    public static SqlDialect? Dialect { get; set; }

    public static int Guard(Func<int> command)
    {
        try
        {
            return command();
        }
        catch (CommandException exception)
        {
            return Say(exception.Message, exception.ExitCode);
        }
        catch (DefinitionException exception)
        {
            return Say(exception.Message, 1);
        }
        catch (Exception exception) when (exception is SchemaException or ClockException)
        {
            return Say(exception.Message, 1);
        }
        catch (InvalidOperationException exception) when (exception.Source == "Fazhang.Core")
        {
            return Say(exception.Message, 1);
        }
        catch (DbException exception) when (Dialect?.Explain(exception) is { } words)
        {
            return Say(words, 1);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return Say("文件读写失败：" + exception.Message, 2);
        }
#pragma warning disable CA1031 // the last resort: a bug is printed whole, with a request to report it
        catch (Exception exception)
#pragma warning restore CA1031
        {
            return Say("程序出错，请把下面的内容报告给开发者。\n" + exception, 70);
        }
    }

    /// <summary>A command line that cannot be understood is an input that cannot be read: exit code 2, as the contract of `verify` has it.</summary>
    public static int Misspelt(ParseResult command)
    {
        var unknown = string.Join("、", command.UnmatchedTokens.Select(token => $"“{token}”"));
        var details = string.Join(" ", command.Errors.Select(error => error.Message));
        return Say(
            (unknown.Length > 0 ? $"看不懂 {unknown}。" : $"命令不完整，或选项的值不对（{details}）。")
                + "用 ./fazhang --help 看有哪些命令，用 ./fazhang 命令 --help 看它的选项。",
            2
        );
    }

    private static int Say(string message, int code)
    {
        Console.Error.WriteLine(message);
        return code;
    }
}
