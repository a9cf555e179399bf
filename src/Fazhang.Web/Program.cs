using Fazhang.Web.Hosting;

return await Start.RunAsync(args, Console.Out, Console.Error);
