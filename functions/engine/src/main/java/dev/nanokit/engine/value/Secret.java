package dev.nanokit.engine.value;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Optional;

/**
 * A value that must never be printed. In one of three states:
 *
 * <ul>
 *   <li>a <em>reference</em> says where the value comes from, before anybody has looked it up;
 *   <li><em>revealed</em>, it carries the text, to be handed to a provider;
 *   <li><em>sealed</em>, it carries a keyed digest only: this is what state and plans keep.
 * </ul>
 *
 * Its text form is its source, never its content. Equality compares source and digest; two revealed secrets are
 * compared by sealing them with the same {@link SealingKey}.
 */
public final class Secret {
    private final String source;
    private final transient String text;
    private final String digest;

    private Secret(String source, String text, String digest) {
        this.source = Objects.requireNonNull(source, "source is null");
        this.text = text;
        this.digest = digest;
    }

    /** A secret known only by where it comes from, such as {@code env:DB_PASSWORD} or {@code ssm:/shop/orders}. */
    public static Secret reference(String source) {
        return new Secret(source, null, null);
    }

    public static Secret revealed(String source, String text) {
        return new Secret(source, Objects.requireNonNull(text, "text is null"), null);
    }

    public static Secret sealed(String source, String digest) {
        return new Secret(source, null, Objects.requireNonNull(digest, "digest is null"));
    }

    public String source() {
        return source;
    }

    public boolean isRevealed() {
        return text != null;
    }

    /**
     * The content, for the provider's call alone.
     *
     * @throws IllegalStateException when the secret is a reference or sealed
     */
    public String reveal() {
        if (text == null) {
            throw new IllegalStateException("the secret " + source + " has not been looked up");
        }
        return text;
    }

    /** The keyed digest of a sealed secret. */
    public Optional<String> digest() {
        return Optional.ofNullable(digest);
    }

    /**
     * The same secret as it stands in a URL. Of a reference, it is a reference to that form, under a source of its own;
     * whoever looks a secret up gives both. A sealed secret has no content to encode.
     *
     * @throws IllegalStateException when the secret is sealed
     */
    public Secret percentEncoded() {
        if (digest != null) {
            throw new IllegalStateException("the secret " + source + " is sealed");
        }
        String encoded = text == null
                ? null
                : URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
        return new Secret(source + " (percent-encoded)", encoded, null);
    }

    /** The same content, said to come from elsewhere. */
    public Secret from(String otherSource) {
        return new Secret(otherSource, text, digest);
    }

    /** This secret without its content: the digest under the key. A reference and a sealed secret stay what they are. */
    public Secret seal(SealingKey key) {
        return text == null ? this : new Secret(source, null, key.digest(text));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Secret that
                && source.equals(that.source)
                && Objects.equals(digest, that.digest)
                && Objects.equals(text, that.text);
    }

    @Override
    public int hashCode() {
        return Objects.hash(source, digest);
    }

    @Override
    public String toString() {
        return "(secret " + source + ")";
    }
}
