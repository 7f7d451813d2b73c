package dev.nanokit.engine.config.reference;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** A text with references to variables in it, taken apart. Two dollar signs before a brace
 * stand for a literal one. */
public record ReferenceText(List<Part> parts) {
    private static final String OPEN = "${";
    private static final String ESCAPED = "$${";
    private static final String DEFAULT = ":-";
    private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");

    public ReferenceText {
        parts = List.copyOf(parts);
    }

    public sealed interface Part {
        record Literal(String text) implements Part {}

        /** @param whenEmpty what stands in for a variable that is not set, or is empty */
        record Reference(String name, Optional<String> whenEmpty) implements Part {}
    }

    /** Whether there is anything to take apart. */
    public static boolean isIn(String text) {
        return text.contains(OPEN);
    }

    /** @throws ReferenceSyntaxException when a reference is not written as it must be */
    public static ReferenceText parse(String text) {
        List<Part> parts = new ArrayList<>();
        StringBuilder literal = new StringBuilder();
        int at = 0;
        while (at < text.length()) {
            if (text.startsWith(ESCAPED, at)) {
                literal.append(OPEN);
                at += ESCAPED.length();
            } else if (text.startsWith(OPEN, at)) {
                addLiteral(parts, literal);
                int close = text.indexOf('}', at);
                if (close < 0) {
                    throw new ReferenceSyntaxException("a reference begins with ${ and is not closed");
                }
                parts.add(reference(text.substring(at + OPEN.length(), close)));
                at = close + 1;
            } else {
                literal.append(text.charAt(at++));
            }
        }
        addLiteral(parts, literal);
        return new ReferenceText(parts);
    }

    /** Whether the text is one reference and nothing else. */
    public boolean isOneReference() {
        return parts.size() == 1 && parts.getFirst() instanceof Part.Reference;
    }

    public List<Part.Reference> references() {
        return parts.stream()
                .filter(Part.Reference.class::isInstance)
                .map(Part.Reference.class::cast)
                .toList();
    }

    private static void addLiteral(List<Part> parts, StringBuilder literal) {
        if (!literal.isEmpty()) {
            parts.add(new Part.Literal(literal.toString()));
            literal.setLength(0);
        }
    }

    private static Part reference(String inside) {
        int colon = inside.indexOf(DEFAULT);
        String name = colon < 0 ? inside : inside.substring(0, colon);
        if (!NAME.matcher(name).matches()) {
            throw new ReferenceSyntaxException("the reference ${" + inside + "} has no valid name of a variable");
        }
        if (colon < 0) {
            return new Part.Reference(name, Optional.empty());
        }
        String whenEmpty = inside.substring(colon + DEFAULT.length());
        if (whenEmpty.contains(OPEN)) {
            throw new ReferenceSyntaxException("the default of ${" + name + "} holds a reference itself");
        }
        return new Part.Reference(name, Optional.of(whenEmpty));
    }
}
