using Fazhang.Web.Pages;
using Microsoft.AspNetCore.Antiforgery;

namespace Fazhang.Web.Access;

/// <summary>What stands before the pages. Rights to records and figures are not decided here but by the gate.</summary>
public static class Guards
{
    /// <summary>Only signed-in people. Others go to sign in and come back; what they had typed comes along.</summary>
    public static async ValueTask<object?> SignedIn(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(next);
        var visit = Visit.Known(context.HttpContext)!;
        if (visit.IsSignedIn)
            return await next(context);
        return HttpMethods.IsPost(context.HttpContext.Request.Method) && ResumedForm.IsFromThisSite(context.HttpContext.Request)
            ? LoginPages.Expired(visit, await ResumedForm.OfAsync(visit))
            : Results.Redirect("/login?next=" + Uri.EscapeDataString(LocalAddress.Of(context.HttpContext.Request)));
    }

    /// <summary>Every POST carries the token of a form of this site.</summary>
    public static async ValueTask<object?> Antiforgery(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(next);
        var http = context.HttpContext;
        if (!HttpMethods.IsPost(http.Request.Method))
            return await next(context);
        if (!http.Request.HasFormContentType)
            return Answers.Message(
                Visit.Known(http)!,
                StatusCodes.Status415UnsupportedMediaType,
                "请求有误",
                "这里只接受网页表单。"
            );
        return await http.RequestServices.GetRequiredService<IAntiforgery>().IsRequestValidAsync(http)
            ? await next(context)
            : Answers.Message(
                Visit.Known(http)!,
                StatusCodes.Status400BadRequest,
                "表单已失效",
                "没有保存。可能是在另一个窗口里重新登录过，或者浏览器禁用了 Cookie。请返回上一页，刷新后再提交。"
            );
    }
}
