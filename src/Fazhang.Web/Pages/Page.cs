using Fazhang.Web.Access;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Fazhang.Web.Pages;

/// <summary>A page: everything it shows is in its model, prepared before rendering begins.</summary>
public abstract class Page<TModel> : ComponentBase
{
    [Parameter, EditorRequired]
    public required TModel Model { get; set; }

    [Parameter, EditorRequired]
    public required Visit Visit { get; set; }
}

/// <summary>Answers that pages give.</summary>
public static class Answers
{
    public static IResult Page<TPage, TModel>(Visit visit, TModel model, int status = StatusCodes.Status200OK)
        where TPage : Page<TModel> =>
        new RazorComponentResult<TPage>(new Dictionary<string, object?> { ["Model"] = model, ["Visit"] = visit })
        {
            StatusCode = status,
            PreventStreamingRendering = true,
        };

    /// <summary>A page that says one thing: what is the matter, and what to do.</summary>
    public static IResult Message(Visit visit, int status, string title, string text) =>
        Page<MessagePage, MessageModel>(visit, new MessageModel(status, title, text), status);

    /// <summary>The same words whether a thing does not exist or may not be known to exist.</summary>
    public static IResult Missing(Visit visit) =>
        Message(
            visit,
            StatusCodes.Status404NotFound,
            "没有这个页面",
            "地址可能写错了，或者这条记录不在您能查看的范围内。请从菜单或搜索重新进入；仍找不到的，请联系系统管理员。"
        );

    /// <summary>Refused; the text says whom to ask.</summary>
    public static IResult Refused(Visit visit, string text) => Message(visit, StatusCodes.Status403Forbidden, "没有权限", text);

    public static IResult TooLarge(Visit visit) =>
        Message(
            visit,
            StatusCodes.Status413PayloadTooLarge,
            "内容太大",
            "提交的内容超过了允许的大小，没有保存。核验的文字最多 2 MB；请分成几段，或去掉不含数字的部分。"
        );
}

public sealed record MessageModel(int Status, string Title, string Text);
