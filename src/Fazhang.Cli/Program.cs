Console.WriteLine("fazhang");
