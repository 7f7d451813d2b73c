package dev.nanokit.engine.config.shape;

import static dev.nanokit.engine.config.shape.Shapes.CIDR;
import static dev.nanokit.engine.config.shape.Shapes.SIZE;
import static dev.nanokit.engine.config.shape.Shapes.VARIABLES;
import static dev.nanokit.engine.config.shape.Shapes.any;
import static dev.nanokit.engine.config.shape.Shapes.choice;
import static dev.nanokit.engine.config.shape.Shapes.words;

/** Databases, volumes and networks. */
final class DataVocabulary {
    static final Fields DATABASE = Fields.named("database", "a database")
            .key("engine", choice("postgres", "mysql", "mongo", "redis"), "Kind of database.", "type", "kind")
            .key(
                    "version",
                    words("a version", "\"16\""),
                    "Version of the engine, such as \"16\"; the provider's own where it is" + " not given.",
                    "tag")
            .key(
                    "plan",
                    any("the name of a size", "db.t4g.micro"),
                    "The provider's name of the database's size.",
                    "size",
                    "class")
            .key("storage", SIZE, "Size of its disk with the unit, such as 20gb.", "disk")
            .key("env", VARIABLES, "Environment variables, where it runs in a container.", "environment")
            .key(
                    "rootPassword",
                    SecretVocabulary.SECRET,
                    "The administrator's password; generated where it is not" + " given.",
                    "password")
            .build();

    static final Fields VOLUME = Fields.named("volume", "a volume")
            .key("size", SIZE, "Size with its unit, such as 10gb.", "storage")
            .build();

    static final Fields NETWORK = Fields.named("network", "a network")
            .key("cidr", CIDR, "Private IPv4 range, /16 to /28.", "subnet")
            .key(
                    "visibility",
                    choice("public", "private"),
                    "private has no way out to the internet; public is the" + " default.")
            .key(
                    "vpcId",
                    words("the id of an existing network", "vpc-0a1b2c3d4e5f"),
                    "Id of an existing network to use.",
                    "vpc",
                    "id")
            .build();

    private DataVocabulary() {}
}
