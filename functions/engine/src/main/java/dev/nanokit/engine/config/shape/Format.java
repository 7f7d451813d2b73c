package dev.nanokit.engine.config.shape;

import java.util.regex.Pattern;

/**
 * The form of a text.
 *
 * @param expected in words, with an article
 * @param example a text of this form
 */
public record Format(String expected, String example, Pattern pattern) {
    /** Longer texts of any form are refused before a pattern looks at them. */
    public static final int MAX_LENGTH = 1000;

    private static final String LABEL = "[A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?";
    private static final String DOMAIN = "(\\*\\.)?" + LABEL + "(\\." + LABEL + ")*";
    private static final String PATH_PART = "[a-z0-9]+([._-]+[a-z0-9]+)*";

    public static final Format NAME =
            of("a name", "web-shop", "[a-z]([a-z0-9-]{0," + (LegalName.MAX_LENGTH - 2) + "}[a-z0-9])?");
    private static final String ANY = "[\\s\\S]+";
    public static final Format CIDR =
            of("a range in CIDR notation", "10.0.0.0/16", "[0-9]{1,3}(\\.[0-9]{1,3}){3}/[0-9]{1,2}");
    public static final Format SIZE =
            of("a size with its unit", "512mb", "[0-9]{1,15}(\\.[0-9]{1,3})? ?([kKmMgGtT]([iI]?[bB])?|[bB])");
    public static final Format PERCENT = of("a percentage", "70%", "([1-9][0-9]?|100)%");
    public static final Format CORES = of("a number of cores", "0.5", "[0-9]{1,4}(\\.[0-9]{1,3})?");
    public static final Format DOMAINS =
            of("domains, separated by commas", "shop.example, www.shop.example", DOMAIN + "( *, *" + DOMAIN + ")*");
    public static final Format HOST =
            of("a host name or an address", "vps.shop.example", "[A-Za-z0-9]([A-Za-z0-9.:-]*[A-Za-z0-9])?");
    public static final Format USER = of("a user's name", "deploy", "[A-Za-z_][A-Za-z0-9._-]*");
    public static final Format MOUNT = of("source:target", "data:/var/lib/data", "[^:\\s][^:]*:/[^:]*(:(ro|rw))?");
    public static final Format IMAGE = of(
            "an image reference",
            "ghcr.io/acme/api:1.4.2",
            "([A-Za-z0-9][A-Za-z0-9.-]*(:[0-9]{1,5})?/)?" + PATH_PART + "(/" + PATH_PART + ")*"
                    + "(:[A-Za-z0-9_][A-Za-z0-9_.-]{0,127})?(@[a-z0-9]+:[0-9a-f]{32,128})?");

    /** Text of any form, if only there is some. */
    static Format any(String expected, String example) {
        return of(expected, example, ANY);
    }

    public boolean isAny() {
        return pattern.pattern().contains(ANY);
    }

    /** @param regex must match the whole text; kept to what Java and JSON Schema both understand */
    static Format of(String expected, String example, String regex) {
        return new Format(expected, example, Pattern.compile("^(" + regex + ")$"));
    }

    public boolean matches(String text) {
        return text.length() <= MAX_LENGTH && pattern.matcher(text).matches();
    }
}
