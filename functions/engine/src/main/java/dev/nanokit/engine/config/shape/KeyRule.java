package dev.nanokit.engine.config.shape;

import java.util.regex.Pattern;

/** How the keys of a user's own choice must be spelled. */
public enum KeyRule {
    NAME(
            "Names have lower-case letters, digits and '-', begin with a letter, do not end with '-', and have at most "
                    + LegalName.MAX_LENGTH + " characters",
            Format.NAME.pattern()),
    VARIABLE(
            "Names of environment variables have letters, digits, '_', '.' and '-', and begin with no digit",
            Pattern.compile("^[A-Za-z_][A-Za-z0-9_.-]{0,254}$")),
    /** A branch or a glob; what is legal in one is told apart later. */
    BRANCH("A branch has a name without spaces", Pattern.compile("^[^\\s]{1,250}$")),
    LABEL("Names have letters, digits, '.', '_' and '-'", Pattern.compile("^[A-Za-z0-9][A-Za-z0-9._-]{0,62}$"));

    private final String rule;
    private final Pattern pattern;

    KeyRule(String rule, Pattern pattern) {
        this.rule = rule;
        this.pattern = pattern;
    }

    /** In words, as the reason of an error. */
    public String rule() {
        return rule;
    }

    public Pattern pattern() {
        return pattern;
    }

    boolean allows(String key) {
        return pattern.matcher(key).matches();
    }
}
