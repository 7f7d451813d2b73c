package dev.nanokit.engine.config.shape;

import static dev.nanokit.engine.config.shape.Shapes.any;
import static dev.nanokit.engine.config.shape.Shapes.choice;

/** References to secrets. */
final class SecretVocabulary {
    private static final Fields REFERENCE = Fields.named("secretReference", "a reference to a secret")
            .key(
                    "from",
                    choice("env", "ssm", "secretsmanager"),
                    "Where the value is looked up: a variable, the SSM parameter store, or AWS Secrets Manager.")
            .key(
                    "name",
                    any("the name of a variable", "API_KEY"),
                    "With from: env, the variable's name; the secret's own name where it is not given.",
                    "variable",
                    "key")
            .key("path", any("a path", "/shop/orders"), "With from: ssm, the parameter's path.", "parameter")
            .key(
                    "id",
                    any("a name or an ARN", "shop/orders"),
                    "With from: secretsmanager, the secret's name or ARN.",
                    "arn",
                    "secretId")
            .restartsOn("from", "")
            .build();

    static final Shape SECRET = new Shape.Secret(REFERENCE);

    static final Shape SECRETS = new Shape.Secret(new Shape.Named(KeyRule.VARIABLE, SECRET));

    private SecretVocabulary() {}
}
