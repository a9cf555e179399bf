global using Xunit;
global using Record = Fazhang.Core.Records.Record;
