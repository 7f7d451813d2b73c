package dev.nanokit.engine.config.shape;

import static dev.nanokit.engine.config.shape.Shapes.FLAG;
import static dev.nanokit.engine.config.shape.Shapes.IMAGE;
import static dev.nanokit.engine.config.shape.Shapes.PORT;
import static dev.nanokit.engine.config.shape.Shapes.any;
import static dev.nanokit.engine.config.shape.Shapes.choice;
import static dev.nanokit.engine.config.shape.Shapes.either;
import static dev.nanokit.engine.config.shape.Shapes.some;
import static dev.nanokit.engine.config.shape.Shapes.text;

/** Container hosts: how they are reached, and the reverse proxy in front of them. */
final class HostVocabulary {
    private static final Fields GATEWAY_BLOCK = Fields.named("gateway", "a gateway")
            .key("image", IMAGE, "Image of the proxy.")
            .key("httpPort", PORT, "Port for HTTP on the host; 80 where it is not given.", "port")
            .key("httpsPort", PORT, "Port for HTTPS on the host; without it there is plain HTTP only.", "tlsPort")
            .build();

    static final Shape GATEWAY = either(FLAG, GATEWAY_BLOCK);

    static final Fields DEPLOY = Fields.named("deploy", "the hosts to deploy to")
            .key("target", choice("ssh"), "How the hosts are reached; ssh is the only way and the default.")
            .key("hosts", some(text(Format.HOST)), "Container hosts, by name or address.", "host", "servers")
            .key("sshUser", text(Format.USER), "User on the hosts; root where it is not given.", "user")
            .key("sshPort", PORT, "Port of the SSH server; 22 where it is not given.", "port")
            .key(
                    "sshKey",
                    any("the path of a key", "~/.ssh/id_ed25519"),
                    "Path of a private key; the agent and the usual files where it is not given.",
                    "key",
                    "identityFile")
            .build();

    private HostVocabulary() {}
}
