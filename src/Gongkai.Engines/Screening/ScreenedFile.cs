using Gongkai.Engines.Documents;

namespace Gongkai.Engines.Screening;

/// <summary>What screening a file brought to light.</summary>
/// <param name="Type">What the file is, told from its content.</param>
/// <param name="Findings">One for each code and place, in reading order, with the number of times in its details.</param>
/// <param name="IsIncomplete">Whether the file, or a file in it, could not be read: then the lack of findings means nothing.</param>
public sealed record ScreenedFile(FileType Type, IReadOnlyList<Finding> Findings, bool IsIncomplete);
