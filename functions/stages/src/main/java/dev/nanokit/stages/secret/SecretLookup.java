package dev.nanokit.stages.secret;

import dev.nanokit.engine.config.Environment;
import dev.nanokit.engine.config.SecretRef;
import dev.nanokit.engine.source.InvalidConfigException;
import dev.nanokit.engine.source.Problem;
import dev.nanokit.engine.value.Leaves;
import dev.nanokit.engine.value.Resolver;
import dev.nanokit.engine.value.Secret;
import dev.nanokit.engine.value.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The secrets of one environment, each asked for once, before the plan is made. */
public final class SecretLookup {
    private final Map<String, String> textBySource;

    private SecretLookup(Map<String, String> textBySource) {
        this.textBySource = textBySource;
    }

    /**
     * Asks for every secret that the environment refers to.
     *
     * @throws InvalidConfigException naming, with its place, each secret that is not there or can't be asked for
     */
    public static SecretLookup of(Environment environment, SecretSource source) {
        return of(environment, source, references(environment));
    }

    /** The same, of those secrets alone that the spec refers to. */
    public static SecretLookup of(Environment environment, SecretSource source, Value.Obj spec) {
        Set<String> wanted = new HashSet<>();
        Leaves.forEach(spec, leaf -> {
            if (leaf instanceof Value.Hidden(Secret secret)) {
                wanted.add(secret.source());
            }
        });
        Map<String, SecretRef> references = references(environment);
        references.keySet().removeIf(name -> {
            Secret plain = Secret.reference(name);
            return !wanted.contains(plain.source())
                    && !wanted.contains(plain.percentEncoded().source());
        });
        return of(environment, source, references);
    }

    private static SecretLookup of(Environment environment, SecretSource source, Map<String, SecretRef> references) {
        Map<String, String> found = new HashMap<>();
        List<Problem> problems = new ArrayList<>();
        references.forEach((name, ref) -> {
            try {
                source.find(ref)
                        .ifPresentOrElse(
                                text -> keep(found, Secret.revealed(name, text)),
                                () -> problems.add(missing(environment, ref)));
            } catch (SecretUnavailableException e) {
                problems.add(Problem.error(ref.place(), e.getMessage(), "", e.fix()));
            }
        });
        if (!problems.isEmpty()) {
            throw new InvalidConfigException(problems);
        }
        return new SecretLookup(found);
    }

    private static void keep(Map<String, String> found, Secret secret) {
        found.put(secret.source(), secret.reveal());
        found.put(secret.percentEncoded().source(), secret.percentEncoded().reveal());
    }

    private static Map<String, SecretRef> references(Environment environment) {
        Map<String, SecretRef> references = new TreeMap<>();
        Stream.concat(
                        environment.services().values().stream()
                                .flatMap(service -> service.secrets().values().stream()),
                        environment.databases().values().stream().flatMap(database -> database.rootPassword().stream()))
                .forEach(ref -> references.putIfAbsent(ref.source(), ref));
        return references;
    }

    private static Problem missing(Environment environment, SecretRef ref) {
        String fix = switch (ref.store()) {
            case ENV ->
                "set the variable " + ref.name() + " in the environment, or in the .env file beside nanokit.yml";
            case SSM ->
                "put the parameter there: aws ssm put-parameter --type SecureString --name " + ref.name()
                        + " --value …";
            case SECRETS_MANAGER ->
                "create the secret: aws secretsmanager create-secret --name " + ref.name() + " --secret-string …";
        };
        return Problem.error(
                ref.place(),
                "the secret " + ref.source() + " is not there",
                "the environment '" + environment.name() + "' refers to it",
                fix);
    }

    /** The spec with each secret that is still a reference replaced by its text. */
    public Value.Obj reveal(Value.Obj spec) {
        return (Value.Obj) Resolver.mapSecrets(spec, this::reveal);
    }

    private Secret reveal(Secret secret) {
        String text = textBySource.get(secret.source());
        return text == null || secret.isRevealed() || secret.digest().isPresent()
                ? secret
                : Secret.revealed(secret.source(), text);
    }
}
