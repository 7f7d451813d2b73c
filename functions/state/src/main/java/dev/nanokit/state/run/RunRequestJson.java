package dev.nanokit.state.run;

import dev.nanokit.engine.value.JsonFields;
import dev.nanokit.engine.value.Value;
import dev.nanokit.engine.value.ValueJson;
import dev.nanokit.state.EnvironmentId;
import dev.nanokit.state.run.RunRequest.ApplyTerms;
import dev.nanokit.state.run.RunRequest.ConfigText;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Requests in the form in which they are kept. */
final class RunRequestJson {
    private RunRequestJson() {}

    static String write(RunRequest request) {
        Map<String, Value> fields = new TreeMap<>();
        fields.put("tenant", Value.text(request.environment().tenant()));
        fields.put("project", Value.text(request.environment().project()));
        fields.put("environment", Value.text(request.environment().environment()));
        fields.put("config", config(request.config()));
        fields.put("component", Value.text(request.component()));
        fields.put("provider", Value.text(request.provider()));
        fields.put("shared", Value.bool(request.shared()));
        fields.put("repository", Value.text(request.repository()));
        fields.put("commit", Value.text(request.commit()));
        fields.put("targets", Value.texts(request.targets().stream().sorted().toList()));
        fields.put("destroy", Value.bool(request.destroy()));
        request.sources().ifPresent(where -> fields.put("sources", Value.text(where)));
        request.apply().ifPresent(terms -> fields.put("apply", terms(terms)));
        return ValueJson.write(Value.obj(fields));
    }

    private static Value config(ConfigText config) {
        Map<String, Value> variables = new TreeMap<>();
        config.variables().forEach((name, value) -> variables.put(name, Value.text(value)));
        return Value.obj(Map.of(
                "file", Value.text(config.file()),
                "text", Value.text(config.text()),
                "variables", Value.obj(variables)));
    }

    private static Value terms(ApplyTerms terms) {
        Map<String, Value> fields = new TreeMap<>();
        terms.approvedDigest().ifPresent(digest -> fields.put("approvedDigest", Value.text(digest)));
        fields.put("force", Value.bool(terms.force()));
        fields.put("holder", HolderJson.write(terms.holder()));
        fields.put("lockWaitMillis", Value.num(terms.lockWait().toMillis()));
        fields.put("leaseMillis", Value.num(terms.lease().toMillis()));
        return Value.obj(fields);
    }

    static RunRequest read(String run, String json) {
        JsonFields fields = JsonFields.parse(json);
        return new RunRequest(
                run,
                new EnvironmentId(fields.text("tenant"), fields.text("project"), fields.text("environment")),
                config(fields.fields("config")),
                fields.text("component"),
                fields.text("provider"),
                fields.bool("shared"),
                fields.text("repository"),
                fields.text("commit"),
                Set.copyOf(fields.texts("targets")),
                fields.bool("destroy"),
                fields.optionalText("sources"),
                fields.optionalFields("apply").map(RunRequestJson::terms));
    }

    private static ConfigText config(JsonFields fields) {
        return new ConfigText(fields.text("file"), fields.text("text"), fields.textsByName("variables"));
    }

    private static ApplyTerms terms(JsonFields fields) {
        return new ApplyTerms(
                fields.optionalText("approvedDigest"),
                fields.bool("force"),
                HolderJson.read(fields.fields("holder")),
                Duration.ofMillis(fields.number("lockWaitMillis")),
                Duration.ofMillis(fields.number("leaseMillis")));
    }
}
