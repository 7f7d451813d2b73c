package dev.nanokit.provider.aws.compile;

import java.util.regex.Pattern;

/** Which processor a machine type has, told from its name as AWS builds it: {@code m7g.large}, {@code c6gn.xlarge}. */
final class Processors {
    private static final Pattern ARM = Pattern.compile("a1\\..*|[a-z]+[0-9]+[a-z]*g[a-z]*(-[a-z0-9]+)?\\..*");

    private Processors() {}

    static String of(String type) {
        return isArm(type) ? "arm64" : "x86_64";
    }

    static boolean isArm(String type) {
        return ARM.matcher(type).matches();
    }
}
