using System.Text;
using Fazhang.Core.Deadlines;

namespace Fazhang.Core.Definitions;

/// <summary>
/// Reads the definitions folder into a <see cref="Catalogue"/>. Strict: every problem of every file is collected with
/// file and line, and with one problem there is no catalogue. Used by start-up and by `fazhang check` alike.
/// </summary>
public static class DefinitionLoader
{
    /// <summary>The common settings in the definitions folder, and the place's own in the data folder.</summary>
    public const string SettingsFile = "settings.yaml";

    private const long LargestFile = 1_000_000;

    /// <summary>The catalogue, or null when <paramref name="problems"/> is not empty.</summary>
    /// <param name="directory">The definitions folder.</param>
    /// <param name="problems">Where problems go.</param>
    /// <param name="settings">The place's own settings; null, or a file that is not there, for the common ones.</param>
    /// <param name="strict">Also demand what makes definitions understood: 口径, law, help (see `fazhang check --strict`).</param>
    public static Catalogue? Load(
        string directory,
        ICollection<DefinitionProblem> problems,
        string? settings = null,
        bool strict = false
    )
    {
        ArgumentNullException.ThrowIfNull(problems);
        if (!Directory.Exists(directory))
        {
            problems.Add(new(directory, 1, "没有这个定义目录。用 --definitions 指明，或在项目目录里运行。"));
            return null;
        }
        var files = new DefinitionFiles(directory, problems);
        var lines = ListReader.Lines(files.Read("lines.yaml"), problems);
        var roles = ListReader.Roles(files.Read("roles.yaml"), problems);
        var choices = ListReader.Choices(files.ReadAll("choices"), problems);
        var calendar = LoadCalendar(directory, problems);
        var demands = strict ? new StrictCheck(problems) : null;
        var local = SettingReader.Read(files.ReadOptional(SettingsFile), files.ReadPlace(settings), lines, demands, problems);
        var context = new ReadingContext(lines, roles, choices, problems, files.Divisions())
        {
            Directory = directory,
            Settings = local,
            Strict = demands,
        };
        var registers = new Dictionary<string, RegisterDefinition>(StringComparer.Ordinal);
        foreach (var node in files.ReadAll("registers"))
        {
            var register = RegisterReader.Read(node, context);
            if (register is not null && !registers.TryAdd(register.Key, register))
                problems.Add(new(node.Mark.File, node.Mark.Line, $"台账“{register.Key}”已在另一个文件里定义。改名或删去一个。"));
        }
        foreach (var alike in registers.Values.GroupBy(register => register.Table).Where(group => group.Count() > 1))
            problems.Add(
                new(
                    "registers",
                    1,
                    $"台账“{string.Join("”和“", alike.Select(own => own.Key))}”去掉点以后同名，数据表会混在一起。换一个名称。"
                )
            );
        // People know a register by its title alone: in the menu, in a sheet, in what a record leads to.
        foreach (var alike in registers.Values.GroupBy(register => register.Title).Where(group => group.Count() > 1))
            problems.Add(
                new(
                    "registers",
                    1,
                    $"台账“{string.Join("”和“", alike.Select(own => own.Key))}”的 title 都是“{alike.Key}”，用的人分不清。改其中一个的 title。"
                )
            );
        foreach (var register in registers.Values)
        foreach (var name in register.Was)
            if (registers.TryGetValue(name, out _) || registers.Values.Any(own => own != register && own.Was.Contains(name)))
                problems.Add(
                    new(
                        Path.Combine("registers", name.Replace('.', '/') + ".yaml"),
                        1,
                        $"“{name}”是台账“{register.Key}”的旧名（was），又用在了另一个台账上。旧名不能再用：给另一个台账换一个新名称。"
                    )
                );
        if (registers.Count == 0 && problems.Count == 0)
            problems.Add(new(directory, 1, "registers/ 里没有台账定义。至少要有一个。"));
        RecordLinker.Check(registers, context);
        registers = OpeningLinker.Link(registers, context);
        registers = NeedLinker.Link(registers, context);
        var indicators = IndicatorLinker.Link(registers.Values, files.ReadAll("indicators"), context);
        if (problems.Count > 0)
            return null;
        return new Catalogue
        {
            Lines = lines,
            Roles = roles,
            Registers = registers
                .Values.OrderBy(register => context.LineOrder(register.Line))
                .ThenBy(register => register.Key, StringComparer.Ordinal)
                .ToDictionary(register => register.Key, StringComparer.Ordinal),
            Indicators = indicators,
            Settings = local,
            Calendar = calendar!,
            Directory = directory,
        };
    }

    private static WorkCalendar? LoadCalendar(string directory, ICollection<DefinitionProblem> problems)
    {
        var folder = Path.Combine(directory, "calendar");
        if (!Directory.Exists(folder))
        {
            problems.Add(new("calendar", 1, "缺少工作日历目录 calendar/。每年一个文件，列出放假日和调休上班日。"));
            return null;
        }
        try
        {
            return WorkCalendar.Load(folder);
        }
        catch (CalendarException exception)
        {
            foreach (var problem in exception.Problems)
                problems.Add(
                    new(Path.Combine("calendar", Path.GetFileName(problem.File)), Math.Max(1, problem.Line), problem.Message)
                );
            return null;
        }
    }

    /// <summary>The files of the folder, read as UTF-8; paths in messages are relative to the folder.</summary>
    private sealed class DefinitionFiles(string directory, ICollection<DefinitionProblem> problems)
    {
        public YamlNode? Read(string name)
        {
            var path = Path.Combine(directory, name);
            if (File.Exists(path))
                return Parse(path);
            problems.Add(new(name, 1, "缺少这个文件。"));
            return null;
        }

        public YamlNode? ReadOptional(string name) =>
            File.Exists(Path.Combine(directory, name)) ? Parse(Path.Combine(directory, name)) : null;

        /// <summary>A file outside the folder, named in messages by its whole path.</summary>
        public YamlNode? ReadPlace(string? path) =>
            path is not null && File.Exists(path) && Text(path, path) is { } text ? YamlTree.Read(path, text, problems) : null;

        public IReadOnlyList<YamlNode> ReadAll(string folder)
        {
            var path = Path.Combine(directory, folder);
            if (!Directory.Exists(path))
                return [];
            return
            [
                .. Directory
                    .EnumerateFiles(path, "*.yaml", SearchOption.AllDirectories)
                    .Order(StringComparer.Ordinal)
                    .Select(Parse)
                    .OfType<YamlNode>(),
            ];
        }

        /// <summary>The division codes; null when the definitions have none.</summary>
        public DivisionList? Divisions()
        {
            var path = Path.Combine(directory, "divisions", "areas.csv");
            return File.Exists(path) && Text(path, Path.GetRelativePath(directory, path)) is { } text
                ? DivisionList.Read(Path.GetRelativePath(directory, path), text, problems)
                : null;
        }

        private YamlNode? Parse(string path)
        {
            var name = Path.GetRelativePath(directory, path);
            return Text(path, name) is { } text ? YamlTree.Read(name, text, problems) : null;
        }

        private string? Text(string path, string name)
        {
            if (new FileInfo(path).Length > LargestFile)
            {
                problems.Add(new(name, 1, "定义文件超过 1 MB。检查是否放错了文件。"));
                return null;
            }
            try
            {
                return new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(File.ReadAllBytes(path)).TrimStart('\uFEFF');
            }
            catch (DecoderFallbackException)
            {
                problems.Add(new(name, 1, "不是 UTF-8 文本。另存为 UTF-8 编码。"));
                return null;
            }
            catch (IOException exception)
            {
                problems.Add(new(name, 1, "读不出来：" + exception.Message + "。检查文件和磁盘。"));
                return null;
            }
            catch (UnauthorizedAccessException)
            {
                problems.Add(new(name, 1, "没有读取权限。检查文件的所有者和权限。"));
                return null;
            }
        }
    }
}
