package dev.nanokit.engine.config.git;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** A pattern for branches: {@code *} stands for any characters but {@code /}, {@code **} for any at all. */
public final class Glob {
    private final String text;
    private final List<Token> tokens;

    private Glob(String text, List<Token> tokens) {
        this.text = text;
        this.tokens = tokens;
    }

    private sealed interface Token {
        record Literal(char character) implements Token {}

        /** @param slashes whether it goes across {@code /} */
        record Any(boolean slashes) implements Token {
            boolean takes(char character) {
                return slashes || character != '/';
            }
        }
    }

    private record Pair(int one, int other) {}

    public static Glob parse(String text) {
        List<Token> tokens = new ArrayList<>();
        for (int i = 0; i < text.length(); i++) {
            boolean star = text.charAt(i) == '*';
            boolean twice = star && text.startsWith("**", i);
            tokens.add(star ? new Token.Any(twice) : new Token.Literal(text.charAt(i)));
            if (twice) {
                i++;
            }
        }
        return new Glob(text, List.copyOf(tokens));
    }

    public String text() {
        return text;
    }

    /** Whether it is the name of a branch and no pattern. */
    public boolean isExact() {
        return tokens.stream().allMatch(Token.Literal.class::isInstance);
    }

    /** How many characters are given: the more, the more specific. */
    public long literals() {
        return tokens.stream().filter(Token.Literal.class::isInstance).count();
    }

    public boolean matches(String branch) {
        return meets(parseLiterally(branch));
    }

    /** Whether there is a branch that both match. */
    public boolean meets(Glob other) {
        Deque<Pair> open = new ArrayDeque<>(List.of(new Pair(0, 0)));
        Set<Pair> seen = new HashSet<>(open);
        while (!open.isEmpty()) {
            Pair at = open.pop();
            if (at.one() == tokens.size() && at.other() == other.tokens.size()) {
                return true;
            }
            for (Pair next : steps(at, other)) {
                if (seen.add(next)) {
                    open.push(next);
                }
            }
        }
        return false;
    }

    private List<Pair> steps(Pair at, Glob other) {
        List<Pair> next = new ArrayList<>();
        Token one = at.one() < tokens.size() ? tokens.get(at.one()) : null;
        Token two = at.other() < other.tokens.size() ? other.tokens.get(at.other()) : null;
        if (one instanceof Token.Any) {
            next.add(new Pair(at.one() + 1, at.other()));
        }
        if (two instanceof Token.Any) {
            next.add(new Pair(at.one(), at.other() + 1));
        }
        switch (one) {
            case Token.Literal(char c)
            when two instanceof Token.Literal(char d) && c == d -> next.add(new Pair(at.one() + 1, at.other() + 1));
            case Token.Literal(char c)
            when two instanceof Token.Any any && any.takes(c) -> next.add(new Pair(at.one() + 1, at.other()));
            case Token.Any any
            when two instanceof Token.Literal(char d) && any.takes(d) -> next.add(new Pair(at.one(), at.other() + 1));
            case null, default -> {}
        }
        return next;
    }

    private static Glob parseLiterally(String branch) {
        List<Token> tokens = new ArrayList<>();
        branch.chars().forEach(c -> tokens.add(new Token.Literal((char) c)));
        return new Glob(branch, tokens);
    }
}
