using System.Globalization;
using System.Net;

namespace Fazhang.Web.Hosting;

/// <summary>How the site is started.</summary>
public sealed record WebOptions
{
    public const string Usage =
        "用法：fazhang-web [--port 端口] [--listen 地址] [--data 数据目录] [--definitions 定义目录] [--settings 本地设置文件] [--demo 演示地 | --no-demo] [--postgres 连接串]";

    public int Port { get; init; } = 5080;

    /// <summary>The address listened on; the machine itself unless told otherwise.</summary>
    public IPAddress Listen { get; init; } = IPAddress.Loopback;

    /// <summary>Where the books, the keys of sessions and the demonstration's passwords are kept.</summary>
    public string Data { get; init; } = "data";

    public string Definitions { get; init; } = "definitions";

    /// <summary>The place's own settings; null = settings.yaml in the data folder, where there is one.</summary>
    public string? Settings { get; init; }

    /// <summary>The demonstration to load into empty books; null for none.</summary>
    public string? Demo { get; init; } = "dalian-2024";

    /// <summary>Whether the demonstration was asked for by name: then the books must not hold another one.</summary>
    public bool DemoNamed { get; init; }

    /// <summary>A PostgreSQL connection string; null = the SQLite file in the data folder, or what the environment says.</summary>
    public string? Postgres { get; init; }

    /// <summary>Reads the command line. An error says what is wrong and what would be right.</summary>
    public static WebOptions? Parse(IReadOnlyList<string> args, out string? error)
    {
        ArgumentNullException.ThrowIfNull(args);
        var options = new WebOptions();
        error = null;
        for (var i = 0; i < args.Count && error is null; i++)
        {
            if (args[i] == "--no-demo")
            {
                options = options with { Demo = null };
                continue;
            }
            var name = args[i];
            var value = i + 1 < args.Count ? args[++i] : null;
            options = Read(options, name, value, out error);
        }
        return error is null ? options : null;
    }

    private static WebOptions Read(WebOptions options, string name, string? value, out string? error)
    {
        error = null;
        switch (name)
        {
            case "--port"
            or "--listen"
            or "--data"
            or "--definitions"
            or "--settings"
            or "--demo"
            or "--postgres" when string.IsNullOrWhiteSpace(value):
                error = $"{name} 后面缺少值。{Usage}";
                return options;
            case "--port":
                if (int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var port) && port <= 65535)
                    return options with { Port = port };
                error = $"“{value}”不是端口。填 1 至 65535 的整数（0 表示任选一个空闲端口）。";
                return options;
            case "--listen":
                if (IPAddress.TryParse(value, out var address))
                    return options with { Listen = address };
                error = $"“{value}”不是 IP 地址。例如 127.0.0.1（只供本机）或 0.0.0.0（所有网卡）。";
                return options;
            case "--data":
                return options with { Data = value! };
            case "--postgres":
                return options with { Postgres = value };
            case "--definitions":
                return options with { Definitions = value! };
            case "--settings":
                if (File.Exists(value))
                    return options with { Settings = value };
                error = $"没有设置文件 {value}。核对 --settings 后面的路径。";
                return options;
            case "--demo":
                return options with { Demo = value, DemoNamed = true };
            default:
                error = $"不认识的参数“{name}”。{Usage}";
                return options;
        }
    }
}
