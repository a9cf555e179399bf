using System.Text.Json;
using Fazhang.Core.Deadlines;
using Shouldly;
using Xunit;
using static Fazhang.Tests.Deadlines.Calendars;

namespace Fazhang.Tests.Deadlines;

public sealed class WorkCalendarTests(ITestOutputHelper output)
{
    [Theory]
    [InlineData("2024-02-10", CalendarDayKind.Holiday, "春节")]
    [InlineData("2024-02-18", CalendarDayKind.MakeUpWorkday, "春节")]
    [InlineData("2014-04-06", CalendarDayKind.Weekend, null)]
    [InlineData("2026-11-20", CalendarDayKind.Workday, null)]
    [InlineData("2015-09-03", CalendarDayKind.Holiday, "抗日战争暨世界反法西斯战争胜利70周年纪念日")]
    public void Describe_KnownDays_GivesKindAndFestival(string day, CalendarDayKind kind, string? name) =>
        Real.Describe(Day(day)).ShouldBe((kind, name));

    [Theory]
    [InlineData(2013, 250)]
    [InlineData(2020, 249)] // two days of the prolonged Spring Festival were lost
    [InlineData(2024, 251)]
    [InlineData(2025, 248)]
    public void WorkdaysBetween_WholeYears_CountsTheOfficialNumber(int year, int workdays) =>
        Real.WorkdaysBetween(new DateOnly(year - 1, 12, 31), new DateOnly(year, 12, 31)).ShouldBe(workdays);

    [Fact]
    public void WorkdayIndex_OutsideTheCoveredDays_IsUnknown()
    {
        Real.WorkdayIndex(Day("2012-12-31")).ShouldBeNull();
        Real.WorkdayIndex(Day("2013-01-01")).ShouldBe(0);
        Real.WorkdayIndex(Day("2036-12-31")).ShouldNotBeNull();
        Real.WorkdayIndex(Day("2037-01-01")).ShouldBeNull();
        Real.Knows(Day("2026-12-31")).ShouldBeTrue();
        Real.Knows(Day("2027-01-01")).ShouldBeFalse();
    }

    [Fact]
    public void Load_RealFiles_AgreeWithTheCollectedAnnouncements()
    {
        var folder = Path.Combine(Root, "..", "shared", "holidays");
        if (!Directory.Exists(folder))
        {
            Console.Error.WriteLine(
                "NOT RUN: ../shared/holidays is not there, the calendar files have not been compared with it."
            );
            output.WriteLine("NOT RUN: ../shared/holidays is not there.");
            return;
        }
        var (off, work) = (new HashSet<DateOnly>(), new HashSet<DateOnly>());
        foreach (var file in Directory.GetFiles(folder, "20*.json"))
        {
            using var json = JsonDocument.Parse(File.ReadAllText(file));
            foreach (var day in json.RootElement.GetProperty("days").EnumerateArray())
                (day.GetProperty("isOffDay").GetBoolean() ? off : work).Add(Day(day.GetProperty("date").GetString()!));
        }
        off.Count.ShouldBeGreaterThan(300);
        for (var day = new DateOnly(2013, 1, 1); day <= new DateOnly(2026, 12, 31); day = day.AddDays(1))
        {
            Real.IsOffDay(day)
                .ShouldBe(off.Contains(day) || (WorkCalendar.IsWeekend(day) && !work.Contains(day)), $"{day:yyyy-MM-dd}");
            (Real.Describe(day).Kind == CalendarDayKind.Holiday).ShouldBe(off.Contains(day), $"{day:yyyy-MM-dd}");
        }
    }

    [Theory]
    [InlineData(
        "2024.yaml",
        "year: 2024\nsources: [https://a.b/c]\nholidays:\n  - {name: 元旦, off: 2024-01-01, days: 3}",
        4,
        "不认识的键“days”"
    )]
    [InlineData(
        "2024.yaml",
        "year: 2024\nsources: [https://a.b/c]\nholidays:\n  - {name: 元旦, off: 2024-01-32}",
        4,
        "“2024-01-32”不是日期"
    )]
    [InlineData(
        "2024.yaml",
        "year: 2024\nsources: [https://a.b/c]\nholidays:\n  - {name: 元旦, off: 2024-01-02..2024-01-01}",
        4,
        "止日不能早于起日"
    )]
    [InlineData(
        "2024.yaml",
        "year: 2024\nsources: [https://a.b/c]\nholidays:\n  - {name: 元旦, off: 2025-01-01}",
        4,
        "不属于 2024 年的安排"
    )]
    [InlineData(
        "2024.yaml",
        "year: 2024\nsources: [https://a.b/c]\nholidays:\n  - {name: 元旦, off: [2024-01-01, 2024-01-01]}",
        4,
        "写了两次"
    )]
    [InlineData(
        "2024.yaml",
        "year: 2024\nsources: [https://a.b/c]\nholidays:\n  - {name: 春节, off: 2024-02-10, work: [2024-02-19]}",
        4,
        "本来就不是周末"
    )]
    [InlineData("2024.yaml", "year: 2024\nsources: [https://a.b/c]\nholidays:\n  - {off: 2024-02-10}", 4, "缺少 name")]
    [InlineData("2024.yaml", "year: 2024\nsources: [https://a.b/c]\nholidays:\n  - {name: 春节}", 4, "缺少 off")]
    [InlineData("2024.yaml", "year: 2024\nsources: [https://a.b/c]\n", 1, "缺少 holidays")]
    [InlineData("2024.yaml", "year: 2024\nholidays:\n  - {name: 元旦, off: 2024-01-01}", 1, "缺少 sources")]
    [InlineData(
        "2024.yaml",
        "year: 2023\nsources: [https://a.b/c]\nholidays:\n  - {name: 元旦, off: 2023-01-01}",
        1,
        "文件名应是 2023.yaml"
    )]
    [InlineData(
        "2024.yaml",
        "year: next\nsources: [https://a.b/c]\nholidays:\n  - {name: 元旦, off: 2024-01-01}",
        1,
        "缺少 year"
    )]
    [InlineData("2024.yaml", "year: 2024\n  holidays: {", 2, "不是有效的 YAML")]
    [InlineData("2024.yaml", "", 0, "应是一份含 year")]
    public void Load_BadFile_NamesFileLineAndRemedy(string name, string text, int line, string message)
    {
        var problems = LoadFiles((name, text)).Problems;
        problems.ShouldContain(
            problem => problem.File == name && problem.Line == line && problem.Message.Contains(message),
            string.Join('\n', problems)
        );
    }

    [Fact]
    public void Load_MissingYearOrDayInTwoFiles_IsRefused()
    {
        const string Rest = "sources: [https://a.b/c]\nholidays:\n  - {name: 元旦, off: ";
        LoadFiles(("2022.yaml", $"year: 2022\n{Rest}2022-01-01}}"), ("2024.yaml", $"year: 2024\n{Rest}2024-01-01}}"))
            .Problems.ShouldHaveSingleItem()
            .Message.ShouldContain("缺少 2023.yaml");
        LoadFiles(("2022.yaml", $"year: 2022\n{Rest}2022-12-31}}"), ("2023.yaml", $"year: 2023\n{Rest}2022-12-31}}"))
            .Problems.ShouldHaveSingleItem()
            .Message.ShouldContain("在 2022.yaml 中已有安排");
        Should
            .Throw<CalendarException>(() => WorkCalendar.Load(Path.Combine(Root, "no-such-folder")))
            .Message.ShouldContain("没有节假日文件");
    }

    private static (WorkCalendar? Calendar, List<CalendarProblem> Problems) LoadFiles(params (string Name, string Text)[] files)
    {
        var folder = Directory.CreateTempSubdirectory("fazhang-calendar-");
        try
        {
            foreach (var (name, text) in files)
                File.WriteAllText(Path.Combine(folder.FullName, name), text);
            var problems = new List<CalendarProblem>();
            var calendar = WorkCalendar.TryLoad(folder.FullName, problems);
            (calendar is null).ShouldBe(problems.Count > 0);
            return (calendar, problems);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
