using System.Globalization;
using System.Security.Claims;
using Fazhang.Core.Access;
using Fazhang.Core.Demo;
using Fazhang.Web.Access;
using Fazhang.Web.Hosting;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;

namespace Fazhang.Web.Pages;

/// <summary>What the sign-in page shows.</summary>
public sealed record LoginModel
{
    public string Login { get; init; } = "";

    /// <summary>Only ever a demonstration password, which the page shows anyway.</summary>
    public string DemoPassword { get; init; } = "";

    public string? Next { get; init; }

    public string? Error { get; init; }

    public IReadOnlyList<DemoLogin> DemoLogins { get; init; } = [];

    /// <summary>Books without a unit have no accounts yet.</summary>
    public bool Empty { get; init; }

    public ResumedForm? Resumed { get; init; }
}

/// <summary>Signing in and out.</summary>
public static class LoginPages
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/login", Show);
        routes.MapPost("/login", SignInAsync);
    }

    public static void MapSignedIn(IEndpointRouteBuilder routes) => routes.MapPost("/logout", SignOutAsync);

    /// <summary>The session ran out while somebody was typing: sign in, and the form is still there.</summary>
    public static IResult Expired(Visit visit, ResumedForm form) =>
        Answer(
            visit,
            new LoginModel { Error = "登录已过期。您填写的内容还在：重新登录后可以继续保存。", Resumed = form },
            StatusCodes.Status401Unauthorized
        );

    private static IResult Show(Visit visit)
    {
        if (visit.IsSignedIn)
            return Results.Redirect(LocalAddress.OrHome(visit.Query("next")));
        var chosen = DemoLogins(visit).FirstOrDefault(login => login.Login == visit.Query("as"));
        return Answer(
            visit,
            new LoginModel
            {
                Login = chosen?.Login ?? "",
                DemoPassword = chosen?.Password ?? "",
                Next = visit.Query("next"),
            }
        );
    }

    private static async Task<IResult> SignInAsync(Visit visit, LoginThrottle throttle)
    {
        var form = await visit.FormAsync();
        var login = form.GetValueOrDefault("login", "").Trim();
        var password = form.GetValueOrDefault("password", "");
        var next = form.GetValueOrDefault("next");
        var resumed = ResumedForm.Read(form);
        var model = new LoginModel
        {
            Login = login,
            Next = next,
            Resumed = resumed,
        };
        var address = visit.Http.Connection.RemoteIpAddress?.ToString() ?? "";
        if (throttle.IsBlocked(login, address))
            return Answer(
                visit,
                model with
                {
                    Error = "登录失败次数过多。请 15 分钟后再试；忘记密码的，请联系系统管理员。",
                },
                StatusCodes.Status429TooManyRequests
            );
        if (login.Length > 100 || password.Length > 1000 || Verify(visit, login, password) is not { } account)
        {
            throttle.Failed(login, address);
            return Answer(
                visit,
                model with
                {
                    Error = "账户或密码不对。请核对后重试；注意大小写。",
                },
                StatusCodes.Status422UnprocessableEntity
            );
        }
        throttle.Succeeded(login, address);
        var identity = new ClaimsIdentity(
            [new Claim(ClaimTypes.NameIdentifier, account.Id.ToString(CultureInfo.InvariantCulture))],
            CookieAuthenticationDefaults.AuthenticationScheme
        );
        visit.Http.User = new ClaimsPrincipal(identity);
        await visit.Http.SignInAsync(visit.Http.User);
        if (resumed is null)
            return Results.Redirect(LocalAddress.OrHome(next));
        // The token of the form to be resumed must belong to the account that has just signed in.
        Visit.Begin(visit.Http);
        return Answers.Page<ResumePage, ResumedForm>(Visit.Known(visit.Http)!, resumed);
    }

    private static async Task<IResult> SignOutAsync(Visit visit)
    {
        await visit.Http.SignOutAsync();
        return Results.Redirect("/login");
    }

    private static Account? Verify(Visit visit, string login, string password) =>
        visit.Books.Read(connection => Accounts.SignIn(connection, login, password));

    private static IResult Answer(Visit visit, LoginModel model, int status = StatusCodes.Status200OK) =>
        Answers.Page<LoginPage, LoginModel>(
            visit,
            model with
            {
                DemoLogins = DemoLogins(visit),
                Empty = visit.Books.Units.Root is null,
            },
            status
        );

    private static IReadOnlyList<DemoLogin> DemoLogins(Visit visit) =>
        DemoLoader.PlaceOf(visit.Books) is null
            ? []
            : DemoLoader.AccountsOf(visit.Http.RequestServices.GetRequiredService<WebOptions>().Data);
}
