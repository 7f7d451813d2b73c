package dev.nanokit.engine.config.shape;

import static dev.nanokit.engine.config.shape.Shapes.NAME;
import static dev.nanokit.engine.config.shape.Shapes.PORT;
import static dev.nanokit.engine.config.shape.Shapes.VARIABLES;
import static dev.nanokit.engine.config.shape.Shapes.choice;
import static dev.nanokit.engine.config.shape.Shapes.items;
import static dev.nanokit.engine.config.shape.Shapes.literal;
import static dev.nanokit.engine.config.shape.Shapes.named;

import java.util.List;

/** All keys of a nanokit.yml. */
public final class Vocabulary {
    /** Top-level keys that begin like this are the user's own. */
    public static final String OWN_PREFIX = "x-";

    /** What an environment may override. */
    public static final Fields BLOCKS = Fields.named("environment", "an environment")
            .key("infra", InfraVocabulary.INFRA, "Where and on what everything runs.", "infrastructure")
            .key("services", named(ServiceVocabulary.SERVICE), "What runs.", "service", "apps")
            .key("databases", named(DataVocabulary.DATABASE), "Databases; they hold data.", "database", "db")
            .key("networks", named(DataVocabulary.NETWORK), "Networks beside the environment's own.")
            .key("volumes", named(DataVocabulary.VOLUME), "Volumes; they hold data.")
            .key(
                    "runtimes",
                    new Shape.Named(KeyRule.LABEL, ServiceVocabulary.RUNTIME),
                    "Images on which services run from their source.")
            .key("env", VARIABLES, "Environment variables of every service.", "environment", "variables")
            .key("secrets", SecretVocabulary.SECRETS, "Variables of every service whose values are looked up.")
            .key("gateway", HostVocabulary.GATEWAY, "The reverse proxy in front of container hosts.", "proxy")
            .key("gatewayPort", PORT, "Port of the gateway for HTTP; the same as gateway.httpPort.")
            .key("gatewayHttpsPort", PORT, "Port of the gateway for HTTPS; the same as gateway.httpsPort.")
            .key("deploy", HostVocabulary.DEPLOY, "Container hosts that are reached over SSH.")
            .build();

    private static final Fields GIT = Fields.named("git", "the rules for branches")
            .key(
                    "environments",
                    new Shape.Named(KeyRule.BRANCH, NAME),
                    "Branch or glob to environment; the most specific match wins.",
                    "branches")
            .key(
                    "apply",
                    choice("merge", "comment", "manual"),
                    "When a mapped branch is applied: as soon as it has moved (default), on a comment, or never by"
                            + " itself.")
            .key(
                    "require",
                    items(choice("approved", "mergeable", "up_to_date")),
                    "What must hold before a pull request is applied.",
                    "requires",
                    "requirements")
            .build();

    /** The whole file. */
    public static final Fields FILE = Fields.named("file", "a nanokit.yml")
            .required(
                    "name",
                    literal(NAME),
                    "The project; the same in all repositories that share infrastructure.",
                    "project")
            .key("version", literal(new Shape.Choice(List.of("1"), true)), "Version of this file's format.")
            .key("component", literal(NAME), "This repository's own part of the project; main where it is not given.")
            .all(BLOCKS)
            .key(
                    "environments",
                    named(new Shape.Partial(BLOCKS)),
                    "Environment to what it overrides; null removes what was inherited.",
                    "envs")
            .key("git", literal(GIT), "Which branch is which environment, and what an apply demands.")
            .build();

    private Vocabulary() {}
}
