package dev.nanokit.engine.source;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The text of a file that people wrote. */
public final class SourceText {
    private SourceText() {}

    /**
     * The bytes as text. A byte order mark of UTF-8 stays in the text.
     *
     * @throws InvalidConfigException when they are not UTF-8, with the place of the first byte that is not
     */
    public static String decode(String file, byte[] bytes) {
        try {
            return decoder().decode(ByteBuffer.wrap(bytes)).toString();
        } catch (CharacterCodingException e) {
            throw new InvalidConfigException(List.of(notUtf8(file, bytes)));
        }
    }

    private static Problem notUtf8(String file, byte[] bytes) {
        ByteBuffer in = ByteBuffer.wrap(bytes);
        CharBuffer out = CharBuffer.allocate(bytes.length + 1);
        CoderResult result = decoder().decode(in, out, true);
        String before = out.flip().toString();
        String found = result.isError() && in.hasRemaining()
                ? "the byte 0x%02X".formatted(in.get(in.position()) & 0xFF)
                : "an incomplete character";
        return Problem.error(
                placeAfter(file, before),
                "the file is not UTF-8: found " + found,
                looksLikeUtf16(bytes) ? "It begins like UTF-16." : "nanokit.yml is read as UTF-8.",
                "Save the file as UTF-8 in your editor.");
    }

    private static boolean looksLikeUtf16(byte[] bytes) {
        return bytes.length >= 2
                && ((bytes[0] == (byte) 0xFE && bytes[1] == (byte) 0xFF)
                        || (bytes[0] == (byte) 0xFF && bytes[1] == (byte) 0xFE));
    }

    /** The place that follows this text. */
    public static Place placeAfter(String file, String before) {
        int line = 1;
        int lineStart = 0;
        for (int i = 0; i < before.length(); i++) {
            if (before.charAt(i) == '\n') {
                line++;
                lineStart = i + 1;
            }
        }
        return new Place(file, line, before.codePointCount(lineStart, before.length()) + 1);
    }

    private static CharsetDecoder decoder() {
        return StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
    }
}
