using Fazhang.Tests.Books;

namespace Fazhang.Tests.Web;

/// <summary>Enters cases through the pages, as a clerk would.</summary>
internal static class WebCases
{
    public const string List = "/r/reconsideration.case";

    public static (string, string)[] Application(this SiteUnderTest site, string applicant = "王小明") =>
        [.. Cases.Application(site.Test, applicant: applicant).Select(pair => ("f." + pair.Key, pair.Value ?? ""))];

    /// <summary>Enters a case and gives the address of its page.</summary>
    public static async Task<string> EnterAsync(this SiteUnderTest site, Browser browser, string applicant = "王小明")
    {
        var form = await browser.GetAsync(List + "/new");
        var answer = await browser.SubmitAsync(form, List + "/new", site.Application(applicant));
        return answer.Status == 302
            ? answer.Location!.Split('?')[0]
            : throw new InvalidOperationException($"Not saved: {answer.Status} {answer.Words}");
    }

    public static async Task<Answer> ActAsync(this Browser browser, string record, string action, params (string, string)[] typed)
    {
        var address = $"{record}/act/{action}";
        return await browser.SaveAsync(await browser.GetAsync(address), address, typed);
    }
}
