namespace Gongkai.Engines.Documents.Pdf;

/// <summary>What keeps a letter of a page from being seen.</summary>
internal enum Veil
{
    /// <summary>Nothing: it is seen.</summary>
    None,

    /// <summary>It is written without any ink.</summary>
    NoInk,

    /// <summary>No eye reads letters so small.</summary>
    Size,

    /// <summary>It has the colour of the paper.</summary>
    PaperColour,

    /// <summary>A box or a picture lies over it.</summary>
    Cover,

    /// <summary>It lies off the part of the page that is shown.</summary>
    OffPage,

    /// <summary>It lies in a layer that is off when the file is opened.</summary>
    SwitchedOff,
}
