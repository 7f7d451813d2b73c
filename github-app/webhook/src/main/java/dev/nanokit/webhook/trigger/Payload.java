package dev.nanokit.webhook.trigger;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** The wanted values of a payload, by path. A field that is null counts as missing. */
final class Payload {
    private static final Pattern COMMIT = Pattern.compile("[0-9a-f]{40}|[0-9a-f]{64}");
    private static final Pattern REPOSITORY = Pattern.compile("[A-Za-z0-9._-]{1,100}/[A-Za-z0-9._-]{1,100}");

    private static final int MAX_TEXT_LENGTH = 1024;

    private final Map<String, List<Object>> values;

    /** @param values text, numbers ({@code Long}) and booleans; of objects and arrays, that they are there */
    Payload(Map<String, List<Object>> values) {
        this.values = values;
    }

    boolean has(String path) {
        return values.containsKey(path);
    }

    /** What somebody wrote, however long. */
    String prose(String path) {
        return first(path)
                .map(value -> wellFormed(as(String.class, path, value)))
                .orElse("");
    }

    /** A name, an id or the like. */
    Optional<String> findText(String path) {
        return first(path).map(value -> shortText(path, value));
    }

    String text(String path) {
        return findText(path).orElseThrow(() -> missing(path));
    }

    Optional<Long> findNumber(String path) {
        return first(path).map(value -> as(Long.class, path, value));
    }

    long number(String path) {
        return findNumber(path).orElseThrow(() -> missing(path));
    }

    /** A number that counts up from one in a repository. */
    int smallNumber(String path) {
        return small(path, number(path));
    }

    List<Integer> smallNumbers(String path) {
        return values.getOrDefault(path, List.of()).stream()
                .map(value -> small(path, as(Long.class, path, value)))
                .toList();
    }

    List<String> texts(String path) {
        return values.getOrDefault(path, List.of()).stream()
                .map(value -> shortText(path, value))
                .toList();
    }

    /** False where it is missing. */
    boolean flag(String path) {
        return first(path).map(value -> as(Boolean.class, path, value)).orElse(false);
    }

    String commit(String path) {
        return matching(COMMIT, path, "a commit id");
    }

    String repositoryName(String path) {
        return matching(REPOSITORY, path, "a repository's full name");
    }

    private String matching(Pattern form, String path, String what) {
        String text = text(path);
        if (!form.matcher(text).matches()) {
            throw new MalformedPayloadException("the field " + path + " is not " + what);
        }
        return text;
    }

    private Optional<Object> first(String path) {
        return Optional.ofNullable(values.get(path)).map(List::getFirst);
    }

    private static String shortText(String path, Object value) {
        String text = wellFormed(as(String.class, path, value));
        if (text.length() > MAX_TEXT_LENGTH) {
            throw new MalformedPayloadException("the field " + path + " is too long");
        }
        return text;
    }

    /** JSON can hold half a surrogate pair, which no UTF-8 can: what is kept must be the same when it is read again. */
    private static String wellFormed(String text) {
        return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
    }

    private static int small(String path, long value) {
        if (value < 1 || value > Integer.MAX_VALUE) {
            throw new MalformedPayloadException("the field " + path + " is out of range");
        }
        return (int) value;
    }

    private static <T> T as(Class<T> type, String path, Object value) {
        if (!type.isInstance(value)) {
            throw new MalformedPayloadException("the field " + path + " is of another type than GitHub's");
        }
        return type.cast(value);
    }

    private static MalformedPayloadException missing(String path) {
        return new MalformedPayloadException("the field " + path + " is missing");
    }
}
