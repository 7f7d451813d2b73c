package dev.nanokit.engine.config;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The published JSON Schema (draft 2020-12) of {@code nanokit.yml}, for editors and other tools. */
public final class NanokitSchema {
    /** Where it lies in this jar. */
    public static final String RESOURCE = "dev/nanokit/engine/config/nanokit.schema.json";

    private NanokitSchema() {}

    /** The schema's text. */
    public static String json() {
        try (InputStream in = NanokitSchema.class.getResourceAsStream("nanokit.schema.json")) {
            if (in == null) {
                throw new IllegalStateException("this jar has no " + RESOURCE);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("can't read " + RESOURCE, e);
        }
    }
}
