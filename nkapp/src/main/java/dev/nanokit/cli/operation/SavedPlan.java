package dev.nanokit.cli.operation;

import dev.nanokit.cli.report.Failure;
import dev.nanokit.cli.report.Refusal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/**
 * A plan that {@code nkapp plan --output} has saved.
 *
 * @param changes each change (no-ops too) as JSON, by {@code type name}
 */
record SavedPlan(
        Path file,
        String project,
        String environment,
        String component,
        long serial,
        String digest,
        String commit,
        Map<String, JsonNode> changes) {
    /**
     * @param file as the user gave it, relative to the folder
     * @throws Refusal when there is no such file, or it holds no plan
     */
    static SavedPlan read(Path folder, Path file) {
        try {
            return of(file, new ObjectMapper().readTree(Files.readString(folder.resolve(file))));
        } catch (NoSuchFileException e) {
            throw new Refusal(
                    Failure.usage("there is no file " + file, "", "save a plan first: nkapp plan --output " + file));
        } catch (IOException e) {
            throw new Refusal(Failure.usage(
                    file + " can't be read", String.valueOf(e.getMessage()), "see that this user may read it"));
        } catch (JacksonException e) {
            throw notAPlan(file, "it is not JSON: line " + e.getLocation().getLineNr());
        }
    }

    /** A plan from its JSON text, such as a plan that was made just now. */
    static SavedPlan of(Path file, String json) {
        return of(file, new ObjectMapper().readTree(json));
    }

    private static SavedPlan of(Path file, JsonNode plan) {
        for (String required : new String[] {"project", "environment", "component", "digest", "commit"}) {
            if (!plan.path(required).isString()) {
                throw notAPlan(file, "it has no text '" + required + "'");
            }
        }
        if (!plan.path("serial").isIntegralNumber() || !plan.path("changes").isArray()) {
            throw notAPlan(file, "it has no 'serial' or no 'changes'");
        }
        Map<String, JsonNode> changes = new TreeMap<>();
        plan.path("changes")
                .forEach(change -> changes.put(
                        change.path("type").asString("") + " "
                                + change.path("name").asString(""),
                        change));
        return new SavedPlan(
                file,
                plan.path("project").asString(),
                plan.path("environment").asString(),
                plan.path("component").asString(),
                plan.path("serial").asLong(),
                plan.path("digest").asString(),
                plan.path("commit").asString(),
                changes);
    }

    private static Refusal notAPlan(Path file, String why) {
        return new Refusal(
                Failure.usage(file + " is not a plan", why, "give the file that nkapp plan --output has written"));
    }
}
