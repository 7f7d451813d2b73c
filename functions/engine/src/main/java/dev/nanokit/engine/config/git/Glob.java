package dev.nanokit.engine.config.git;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Deque;
import java.util.List;

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
        return new Meeting(tokens, other.tokens).isPossible();
    }

    /** Walks two patterns side by side, from each pair of positions to those that a further character leads to. */
    private static final class Meeting {
        private final List<Token> one;
        private final List<Token> other;
        private final BitSet seen = new BitSet();
        private final Deque<Integer> open = new ArrayDeque<>();

        Meeting(List<Token> one, List<Token> other) {
            this.one = one;
            this.other = other;
        }

        boolean isPossible() {
            reach(0, 0);
            while (!open.isEmpty()) {
                int at = open.pop();
                step(at / (other.size() + 1), at % (other.size() + 1));
            }
            return seen.get(position(one.size(), other.size()));
        }

        private void step(int i, int j) {
            Token here = i < one.size() ? one.get(i) : null;
            Token there = j < other.size() ? other.get(j) : null;
            if (here instanceof Token.Any) {
                reach(i + 1, j);
            }
            if (there instanceof Token.Any) {
                reach(i, j + 1);
            }
            switch (here) {
                case Token.Literal(char c) when there instanceof Token.Literal(char d) && c == d -> reach(i + 1, j + 1);
                case Token.Literal(char c) when there instanceof Token.Any any && any.takes(c) -> reach(i + 1, j);
                case Token.Any any when there instanceof Token.Literal(char d) && any.takes(d) -> reach(i, j + 1);
                case null, default -> {}
            }
        }

        private void reach(int i, int j) {
            if (!seen.get(position(i, j))) {
                seen.set(position(i, j));
                open.push(position(i, j));
            }
        }

        private int position(int i, int j) {
            return i * (other.size() + 1) + j;
        }
    }

    private static Glob parseLiterally(String branch) {
        List<Token> tokens = new ArrayList<>();
        branch.chars().forEach(c -> tokens.add(new Token.Literal((char) c)));
        return new Glob(branch, tokens);
    }
}
