using Fazhang.Core.Deadlines;

namespace Fazhang.Tests.Deadlines;

/// <summary>The real calendar files of the project.</summary>
internal static class Calendars
{
    public static readonly WorkCalendar Real = WorkCalendar.Load(Path.Combine(Root, "definitions", "calendar"));

    /// <summary>The folder of the solution file, above the test's own folder.</summary>
    public static string Root
    {
        get
        {
            var folder = new DirectoryInfo(AppContext.BaseDirectory);
            while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Fazhang.slnx")))
                folder = folder.Parent;
            return folder?.FullName ?? throw new DirectoryNotFoundException("Fazhang.slnx is not above the test's folder.");
        }
    }

    public static DateOnly Day(string iso) => DateOnly.ParseExact(iso, "yyyy-MM-dd");
}
