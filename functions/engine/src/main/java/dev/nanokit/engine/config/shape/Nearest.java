package dev.nanokit.engine.config.shape;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** Finds what somebody probably meant. */
public final class Nearest {
    private static final int LONGEST = 60;
    private static final int MOST = 500;

    private Nearest() {}

    /**
     * The known word that is nearest to the given one by the number of letters that are wrong, missing, too many or
     * swapped; empty where none is near, or where there are too many to compare.
     */
    public static Optional<String> of(String given, Collection<String> known) {
        if (given.length() > LONGEST || known.size() > MOST) {
            return Optional.empty();
        }
        String bare = bare(given);
        return known.stream()
                .filter(word -> distance(bare, bare(word)) <= tolerance(word))
                .min(Comparator.comparingInt((String word) -> distance(bare, bare(word)))
                        .thenComparingInt(word -> distance(given, word))
                        .thenComparing(Comparator.naturalOrder()));
    }

    /** Whether both differ at most in case and in how words are joined: {@code dependsOn}, {@code depends_on}. */
    static boolean sameBut(String given, String known) {
        return bare(given).equals(bare(known));
    }

    private static int tolerance(String word) {
        return Math.max(1, Math.min(3, word.length() / 3));
    }

    private static String bare(String word) {
        return word.toLowerCase(Locale.ROOT).replace("_", "").replace("-", "").replace(" ", "");
    }

    /** Optimal string alignment distance. */
    static int distance(String a, String b) {
        int[][] d = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                d[i][j] = i == 0 || j == 0 ? i + j : step(d, a, b, i, j);
            }
        }
        return d[a.length()][b.length()];
    }

    private static int step(int[][] d, String a, String b, int i, int j) {
        boolean same = a.charAt(i - 1) == b.charAt(j - 1);
        int best = Math.min(Math.min(d[i - 1][j], d[i][j - 1]) + 1, d[i - 1][j - 1] + (same ? 0 : 1));
        boolean swapped = i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
        return swapped ? Math.min(best, d[i - 2][j - 2] + 1) : best;
    }
}
