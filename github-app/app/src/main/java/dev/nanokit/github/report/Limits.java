package dev.nanokit.github.report;

/** What GitHub takes at most. */
final class Limits {
    /** Bytes of a check's summary, and of its text. */
    static final int CHECK_TEXT = 65_535;

    /** Bytes of a comment; documented as characters. */
    static final int COMMENT = 65_536;

    /** Bytes of a check's title. */
    static final int TITLE = 255;

    /** Bytes of an annotation's title; documented as characters. */
    static final int ANNOTATION_TITLE = 255;

    /** Bytes of an annotation's message. */
    static final int ANNOTATION_MESSAGE = 65_535;

    private Limits() {}
}
