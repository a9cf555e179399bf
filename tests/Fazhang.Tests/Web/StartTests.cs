using Fazhang.Core.Storage;
using Fazhang.Core.Units;
using Fazhang.Web.Hosting;
using Shouldly;

namespace Fazhang.Tests.Web;

/// <summary>Starting the site: what is refused, with which words and exit code.</summary>
public sealed class StartTests
{
    [Fact]
    public void Options_AsGiven_AreRead()
    {
        var options = WebOptions.Parse(["--port", "6001", "--listen", "0.0.0.0", "--data", "/x", "--no-demo"], out var error)!;

        error.ShouldBeNull();
        (options.Port, options.Listen.ToString(), options.Data, options.Demo).ShouldBe((6001, "0.0.0.0", "/x", null));
        WebOptions.Parse([], out _)!.Listen.ToString().ShouldBe("127.0.0.1", "only the machine itself, unless told otherwise");
    }

    [Theory]
    [InlineData("--port,http", "不是端口")]
    [InlineData("--port,70000", "不是端口")]
    [InlineData("--port", "缺少值")]
    [InlineData("--listen,everywhere", "不是 IP 地址")]
    [InlineData("--frobnicate,1", "不认识的参数")]
    public async Task Options_Wrong_EndWithTwoAndSayWhatWouldBeRight(string args, string words)
    {
        var errors = new StringWriter();

        var code = await Start.RunAsync(args.Split(','), new StringWriter(), errors);

        code.ShouldBe(2);
        errors.ToString().ShouldContain(words);
    }

    [Fact]
    public async Task Demonstration_ThatThereIsNot_IsRefusedWithThoseThatThereAre()
    {
        var errors = new StringWriter();

        var code = await Start.RunAsync(
            ["--definitions", Repository.Definitions, "--demo", "atlantis-2024"],
            new StringWriter(),
            errors
        );

        code.ShouldBe(2);
        errors.ToString().ShouldContain("没有演示“atlantis-2024”。可用：dalian-2024、daxinganling-2023");
    }

    [Fact]
    public async Task Demonstration_ForBooksThatAreAlreadyInUse_IsRefused()
    {
        var directory = Directory.CreateTempSubdirectory("fazhang-place-").FullName;
        try
        {
            string[] books = ["--definitions", Repository.Definitions, "--data", directory, "--port", "0"];
            using (
                var real = Core.Storage.Books.Open(Repository.Catalogue, Dialects.Choose(null, directory), TimeProvider.System)
            )
                real.Write(
                    (connection, transaction) =>
                    {
                        UnitTree.Create(connection, transaction, [new("999999", "某市", "某", "city", null)]);
                        return 0;
                    }
                );
            var errors = new StringWriter();

            var code = await Start.RunAsync([.. books, "--demo", "xiamen-2024"], new StringWriter(), errors);

            code.ShouldBe(1);
            errors.ToString().ShouldContain("一套正式的账，不能再装载 xiamen-2024。换一个数据目录");
        }
        finally
        {
            Directory.Delete(directory, recursive: true);
        }
    }

    [Fact]
    public async Task Definitions_Wrong_AreListedWholeAndEndWithOne()
    {
        var directory = Directory.CreateTempSubdirectory("fazhang-definitions-").FullName;
        try
        {
            foreach (var file in Directory.EnumerateFiles(Repository.Definitions, "*.yaml", SearchOption.AllDirectories))
            {
                var copy = Path.Combine(directory, Path.GetRelativePath(Repository.Definitions, file));
                Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
                var text = await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken);
                text = text.Replace("line: mediation", "line: mediaton").Replace("type: phone", "type: telephone");
                await File.WriteAllTextAsync(copy, text, TestContext.Current.CancellationToken);
            }
            var errors = new StringWriter();

            var code = await Start.RunAsync(
                ["--definitions", directory, "--data", Path.Combine(directory, "data")],
                new StringWriter(),
                errors
            );

            code.ShouldBe(1);
            errors.ToString().ShouldContain("mediaton");
            errors.ToString().ShouldContain("telephone");
            errors.ToString().ShouldContain("没有启动");
            Directory.Exists(Path.Combine(directory, "data")).ShouldBeFalse();
        }
        finally
        {
            Directory.Delete(directory, recursive: true);
        }
    }

    [Fact]
    public async Task Port_Taken_EndsWithThreeAndNamesTheOption()
    {
        using var taken = new System.Net.Sockets.TcpListener(System.Net.IPAddress.Loopback, 0);
        taken.Start();
        var port = ((System.Net.IPEndPoint)taken.LocalEndpoint).Port;
        var data = Directory.CreateTempSubdirectory("fazhang-port-").FullName;
        try
        {
            var errors = new StringWriter();

            var code = await Start.RunAsync(
                ["--port", $"{port}", "--definitions", Repository.Definitions, "--data", data, "--no-demo"],
                new StringWriter(),
                errors
            );

            code.ShouldBe(3);
            errors.ToString().ShouldContain("--port");
        }
        finally
        {
            Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
            Directory.Delete(data, recursive: true);
        }
    }

    [Fact]
    public async Task Data_ThatIsNoDirectory_EndsWithOneAndSaysWhatToDo()
    {
        var file = Path.GetTempFileName();
        try
        {
            var errors = new StringWriter();

            var code = await Start.RunAsync(
                ["--definitions", Repository.Definitions, "--data", file, "--no-demo"],
                new StringWriter(),
                errors
            );

            code.ShouldBe(1);
            errors.ToString().ShouldContain("换一个目录");
        }
        finally
        {
            File.Delete(file);
        }
    }
}
