using Fazhang.Core.Exchange;
using Fazhang.Verify;
using Fazhang.Verify.Sources;

namespace Fazhang.Web.Api;

/// <summary>
/// POST /api/v1/verify: the checker for programs. The body is the report itself (text, HTML, docx or PDF; its name in the
/// query, for its extension) or a multipart form with files; the answer is the machine form of `fazhang verify --json`.
/// Open to everybody, keeps nothing, uses no cookie.
/// </summary>
public static class VerifyApi
{
    public const string Address = "/api/v1/verify";

    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapPost(Address, CheckAsync).RequireRateLimiting(Hosting.Site.VerifyLimit);

    private static async Task<IResult> CheckAsync(HttpContext http, string? name)
    {
        var sources = new List<(string Name, byte[] Bytes)>();
        // curl --data-binary says urlencoded whatever it sends; only multipart is a form here.
        if (http.Request.ContentType?.StartsWith("multipart/form-data", StringComparison.OrdinalIgnoreCase) == true)
            foreach (var file in (await http.Request.ReadFormAsync(http.RequestAborted)).Files)
                sources.Add((file.FileName, await BytesAsync(file.OpenReadStream(), http.RequestAborted)));
        else
            sources.Add((name ?? "report.txt", await BytesAsync(http.Request.Body, http.RequestAborted)));
        if (sources.Count is 0 or > Pages.VerifyPages.MostFiles)
            return Problem(400, $"请提交 1 至 {Pages.VerifyPages.MostFiles} 份报告，现在是 {sources.Count} 份。");
        try
        {
            return Results.Text(
                VerifyJson.Write(
                    sources.Select(source => (source.Name, ReportChecker.Check(ReportFile.Read(source.Bytes, source.Name).Text)))
                ),
                "application/json; charset=utf-8"
            );
        }
        catch (UnreadableSourceException exception)
        {
            return Problem(422, exception.Message);
        }
    }

    private static IResult Problem(int status, string message) => Results.Json(new { error = message }, statusCode: status);

    private static async Task<byte[]> BytesAsync(Stream stream, CancellationToken aborted)
    {
        using var bytes = new MemoryStream();
        await stream.CopyToAsync(bytes, aborted);
        return bytes.ToArray();
    }
}
