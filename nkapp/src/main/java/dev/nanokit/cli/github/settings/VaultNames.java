package dev.nanokit.cli.github.settings;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The secrets under which an App is kept in AWS Secrets Manager. They are three, so that what takes webhooks need not be
 * allowed to read the key.
 *
 * @param prefix what their names begin with, or their ARNs up to there
 */
public record VaultNames(String prefix) {
    private static final Pattern ARN_OF_ONE =
            Pattern.compile("(arn:[^:]*:secretsmanager:.+)/(app|private-key|webhook-secret)(-[A-Za-z0-9]{6})?");

    /** @param given the name, or the ARN of any of the three, as AWS's console shows it */
    public static VaultNames of(String given) {
        Matcher arn = ARN_OF_ONE.matcher(given);
        return new VaultNames(arn.matches() ? arn.group(1) : given);
    }

    /** The id and the addresses of the App, as JSON; nothing secret. */
    public String app() {
        return prefix + "/app";
    }

    public String privateKey() {
        return prefix + "/private-key";
    }

    public String webhookSecret() {
        return prefix + "/webhook-secret";
    }

    public List<String> all() {
        return List.of(privateKey(), webhookSecret(), app());
    }
}
