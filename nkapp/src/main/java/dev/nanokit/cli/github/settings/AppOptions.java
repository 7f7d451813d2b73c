package dev.nanokit.cli.github.settings;

import java.util.Optional;

/** As whom GitHub is asked, as it was typed. */
public record AppOptions(Optional<String> appId, Optional<String> keyFile, Optional<String> api) {}
