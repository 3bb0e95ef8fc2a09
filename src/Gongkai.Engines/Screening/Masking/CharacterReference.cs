using System.Globalization;
using System.Text;

namespace Gongkai.Engines.Screening.Masking;

/// <summary>Characters that a page's encoding lacks are written as references: &amp;#8226;.</summary>
internal sealed class CharacterReference : EncoderFallback
{
    public override int MaxCharCount => 10;

    public override EncoderFallbackBuffer CreateFallbackBuffer() => new Buffer();

    private sealed class Buffer : EncoderFallbackBuffer
    {
        private string _text = "";
        private int _at;

        public override int Remaining => _text.Length - _at;

        public override bool Fallback(char charUnknown, int index) => Start(charUnknown);

        public override bool Fallback(char charUnknownHigh, char charUnknownLow, int index) => Start(char.ConvertToUtf32(charUnknownHigh, charUnknownLow));

        public override char GetNextChar() => _at < _text.Length ? _text[_at++] : '\0';

        public override bool MovePrevious()
        {
            if (_at == 0)
            {
                return false;
            }

            _at--;
            return true;
        }

        private bool Start(int code)
        {
            (_text, _at) = (string.Create(CultureInfo.InvariantCulture, $"&#{code};"), 0);
            return true;
        }
    }
}
