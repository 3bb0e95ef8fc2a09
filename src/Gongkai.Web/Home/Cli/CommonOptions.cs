using System.CommandLine;
using System.Data.Common;
using Gongkai.Web.Platform.Storage;
using Gongkai.Web.Platform.Words;

namespace Gongkai.Web.Home.Cli;

/// <summary>The options every command that opens the database takes, and how its refusals are said.</summary>
internal static class CommonOptions
{
    public const int CouldNot = 2;

    private static readonly Option<string?> Data = new("--data") { Description = "Data folder (GONGKAI_DATA; default ./data)." };
    private static readonly Option<string?> Keys = new("--keys") { Description = "Folder of keys, kept apart from the data (GONGKAI_KEYS; default ./keys)." };
    private static readonly Option<string?> Urls = new("--urls") { Description = "Addresses to listen on (GONGKAI_URLS; default http://localhost:5080)." };

    public static void AddTo(Command command)
    {
        command.Options.Add(Data);
        command.Options.Add(Keys);
        command.Options.Add(Urls);
    }

    public static HostSettings Read(ParseResult parsed, string defaultData = "./data") =>
        HostSettings.Of(parsed.GetValue(Data), parsed.GetValue(Keys), parsed.GetValue(Urls), defaultData);

    /// <summary>Runs a command; what stands against it is said in one plain sentence.</summary>
    public static async Task<int> SayAsync(Func<Task<int>> act)
    {
        try
        {
            return await act();
        }
        catch (ProblemException problem)
        {
            await Console.Error.WriteLineAsync(PageWords.In("en", problem.Code, [.. problem.Arguments]));
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or DbException or NotFoundException or RefusedException or ConflictException)
        {
            await Console.Error.WriteLineAsync(error.Message);
        }

        return CouldNot;
    }
}
