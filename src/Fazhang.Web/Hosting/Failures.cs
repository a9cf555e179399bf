using System.Data.Common;
using System.Security.Cryptography;
using Fazhang.Core.Storage;
using Fazhang.Web.Access;
using Fazhang.Web.Pages;
using Microsoft.AspNetCore.Antiforgery;

namespace Fazhang.Web.Hosting;

/// <summary>
/// The one place where exceptions become answers: a database failure that somebody can do something about is explained,
/// a broken request is refused, and everything else is a bug: logged whole, shown as a number to quote.
/// </summary>
public sealed class Failures(RequestDelegate next, Books books, ILogger<Failures> log)
{
    public async Task InvokeAsync(HttpContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        try
        {
            await next(context);
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            // The reader has gone; there is nobody to answer.
        }
#pragma warning disable CA1031 // Every exception ends here, in the log and on a page.
        catch (Exception exception) when (!context.Response.HasStarted)
        {
            await AnswerAsync(context, exception);
        }
#pragma warning restore CA1031
    }

    private async Task AnswerAsync(HttpContext context, Exception exception)
    {
        context.Response.Clear();
        // Built without reading the books: they may be what has failed.
        var visit = Visit.Known(context) ?? Visit.Anonymous(context);
        await Explain(visit, exception).ExecuteAsync(context);
    }

    private IResult Explain(Visit visit, Exception exception)
    {
        switch (exception)
        {
            // Reading the antiforgery token reads the form, and wraps what goes wrong there.
            case AntiforgeryValidationException { InnerException: { } inner }:
                return inner is IOException and not BadHttpRequestException ? Unreadable(visit) : Explain(visit, inner);
            case BadHttpRequestException { StatusCode: StatusCodes.Status413PayloadTooLarge }:
                return Answers.TooLarge(visit);
            // The framework has one exception for a form over a limit and for one that is garbled.
            case InvalidDataException form:
                return form.Message.Contains("limit", StringComparison.Ordinal) ? Answers.TooLarge(visit) : Unreadable(visit);
            case BadHttpRequestException:
                return Unreadable(visit);
            case DbException database when books.Dialect.Explain(database) is { } explanation:
                log.LogError(exception, "数据库故障：{Path}", visit.Http.Request.Path);
                return Answers.Message(visit, StatusCodes.Status503ServiceUnavailable, "账簿暂时不能读写", explanation);
            case ClockException clock:
                log.LogError(exception, "时钟倒退：{Path}", visit.Http.Request.Path);
                return Answers.Message(visit, StatusCodes.Status503ServiceUnavailable, "账簿暂时不能写入", clock.Message);
            case StaleDefinitionsException stale:
                log.LogError(exception, "定义已被另一个程序改变：{Path}", visit.Http.Request.Path);
                return Answers.Message(visit, StatusCodes.Status503ServiceUnavailable, "账簿暂时不能写入", stale.Message);
            default:
                var number = $"{DateTime.UtcNow:yyyyMMddHHmmss}-{RandomNumberGenerator.GetHexString(4)}";
                log.LogError(
                    exception,
                    "错误 {Number}：{Method} {Path}",
                    number,
                    visit.Http.Request.Method,
                    visit.Http.Request.Path
                );
                return Answers.Message(
                    visit,
                    StatusCodes.Status500InternalServerError,
                    "程序出错了",
                    $"这是程序的错误，不是您的操作有误；没有保存完的内容都没有保存。请把错误编号告诉系统管理员：{number}"
                );
        }
    }

    private static IResult Unreadable(Visit visit) =>
        Answers.Message(
            visit,
            StatusCodes.Status400BadRequest,
            "请求有误",
            "浏览器发来的内容读不懂，没有保存。请返回上一页重试；文字里若有乱码，先删去。"
        );
}
