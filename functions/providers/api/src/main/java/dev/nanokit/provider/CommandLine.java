package dev.nanokit.provider;

import java.util.ArrayList;
import java.util.List;

/**
 * A command line of the file as the words that a container is started with. Plain words are given as they are, so that an image
 * without a shell can run them; what only a shell understands is given to a shell.
 */
public final class CommandLine {
    private static final String FOR_A_SHELL = "|&;<>()$`*?{}~\\\n";

    private final String text;
    private final List<String> words = new ArrayList<>();
    private final StringBuilder word = new StringBuilder();
    private boolean inWord;
    private char quote;

    private CommandLine(String text) {
        this.text = text;
    }

    /** @throws IllegalArgumentException when a quote is not closed */
    public static List<String> words(String text) {
        return needsShell(text) ? List.of("/bin/sh", "-c", text) : new CommandLine(text).split();
    }

    private static boolean needsShell(String text) {
        return text.chars().anyMatch(character -> FOR_A_SHELL.indexOf(character) >= 0)
                || text.strip().matches("[A-Za-z_][A-Za-z0-9_]*=.*");
    }

    private List<String> split() {
        text.chars().forEach(character -> take((char) character));
        if (quote != 0) {
            throw new IllegalArgumentException("the quote " + quote + " is not closed");
        }
        endWord();
        return List.copyOf(words);
    }

    private void take(char character) {
        if (quote != 0) {
            takeQuoted(character);
        } else if (character == '"' || character == '\'') {
            quote = character;
            inWord = true;
        } else if (Character.isWhitespace(character)) {
            endWord();
        } else {
            word.append(character);
            inWord = true;
        }
    }

    private void takeQuoted(char character) {
        if (character == quote) {
            quote = 0;
        } else {
            word.append(character);
        }
    }

    private void endWord() {
        if (inWord) {
            words.add(word.toString());
        }
        word.setLength(0);
        inWord = false;
    }
}
