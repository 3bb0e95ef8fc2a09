namespace Gongkai.Engines.Documents;

/// <summary>A Word document as a clean web page.</summary>
/// <param name="Html">Semantic HTML without styles or scripts; pictures are referred to as <c>image:1</c>, <c>image:2</c> …</param>
/// <param name="Images">The pictures in the order of those numbers.</param>
public sealed record WordHtml(string Html, IReadOnlyList<WordImage> Images);

/// <summary>A picture of a Word document.</summary>
/// <param name="Name">Its file name within the document, such as <c>image1.png</c>.</param>
/// <param name="ContentType">Such as <c>image/png</c>.</param>
/// <param name="Bytes">The picture itself.</param>
public sealed record WordImage(string Name, string ContentType, ReadOnlyMemory<byte> Bytes);
