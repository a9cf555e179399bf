namespace Fazhang.BrowserTests;

/// <summary>From sign-in to a saved record without a mouse.</summary>
public sealed class KeyboardJourney(House house)
{
    private const int MostTabs = 80;

    [Fact]
    public async Task SignInToSavedRecord_WithTheKeyboardAlone()
    {
        await using var clerk = await house.VisitAsync();
        var page = clerk.Page;
        await page.GotoAsync("/login");
        (await FocusedNameAsync(page)).ShouldBe("login", "typing may begin at once");
        await page.Keyboard.TypeAsync("tiaojie");
        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.TypeAsync(clerk.PasswordOf("tiaojie"));
        await page.Keyboard.PressAsync("Enter");
        await page.GetByRole(AriaRole.Heading, new() { Name = "我的工作台" }).WaitForAsync();

        await page.Keyboard.PressAsync("Tab");
        (await FocusedTextAsync(page)).ShouldBe("跳到正文");
        await page.Keyboard.PressAsync("Enter");
        // The town's clerk keeps several registers: one button opens their names.
        await TabToAsync(page, "登记");
        await page.Keyboard.PressAsync("Enter");
        await TabToAsync(page, "人民调解案件");
        await clerk.ShouldBeAccessibleAsync();
        await page.Keyboard.PressAsync("Enter");
        await page.GetByRole(AriaRole.Heading, new() { Name = "新增人民调解案件" }).WaitForAsync();

        foreach (var field in new[] { "f-source", "f-kind" })
        {
            await TabToAsync(page, id: field);
            await page.Keyboard.PressAsync("ArrowDown");
        }
        foreach (
            var (field, text) in new[]
            {
                ("f-committee", "桃源街道人民调解委员会"),
                ("f-mediator", "于岚"),
                ("f-party", "键盘甲"),
                ("f-other_party", "键盘乙"),
                ("f-summary", "楼上漏水，要求修缮并赔偿。"),
            }
        )
        {
            await TabToAsync(page, id: field);
            await page.Keyboard.TypeAsync(text);
        }
        await clerk.ShouldBeAccessibleAsync();
        await TabToAsync(page, "保存");
        await page.Keyboard.PressAsync("Enter");

        await page.GetByText("已保存：登记").WaitForAsync();
        (await page.Locator("h1").InnerTextAsync()).ShouldMatch("人调〔2024〕[0-9]+号$");
        (await page.Locator("main").InnerTextAsync()).ShouldContain("键某某");
        await clerk.ShouldBeAccessibleAsync();
    }

    /// <summary>Presses Tab until the element has the focus; each stop on the way must be visible.</summary>
    private static async Task TabToAsync(IPage page, string? text = null, string? id = null)
    {
        for (var i = 0; i < MostTabs; i++)
        {
            await page.Keyboard.PressAsync("Tab");
            (await page.EvaluateAsync<bool>("document.activeElement.checkVisibility({visibilityProperty: true})")).ShouldBeTrue();
            if (id is not null ? await FocusedIdAsync(page) == id : await FocusedTextAsync(page) == text)
                return;
        }
        throw new InvalidOperationException($"“{text ?? id}” cannot be reached with {MostTabs} presses of Tab.");
    }

    private static Task<string> FocusedTextAsync(IPage page) =>
        page.EvaluateAsync<string>("document.activeElement.innerText ?? ''");

    private static Task<string> FocusedIdAsync(IPage page) => page.EvaluateAsync<string>("document.activeElement.id");

    private static Task<string> FocusedNameAsync(IPage page) =>
        page.EvaluateAsync<string>("document.activeElement.getAttribute('name') ?? ''");
}
