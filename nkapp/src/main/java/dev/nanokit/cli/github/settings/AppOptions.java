package dev.nanokit.cli.github.settings;

import java.util.Optional;

/**
 * As whom GitHub is asked, as it was typed.
 *
 * @param vault where AWS Secrets Manager has the App's id, key and secret, in place of the first two
 */
public record AppOptions(
        Optional<String> appId, Optional<String> keyFile, Optional<String> vault, Optional<String> api) {}
