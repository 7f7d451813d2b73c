package dev.nanokit.provider.docker.observe;

import dev.nanokit.engine.value.Secret;
import dev.nanokit.engine.value.Value;
import dev.nanokit.provider.docker.Labels;
import java.util.Map;
import java.util.TreeMap;

/** What a volume tells those who use it: its name, and the password that its data was initialised with. */
public final class VolumeOutputs {
    private VolumeOutputs() {}

    public static Value.Obj of(String name, Map<String, String> labels) {
        Map<String, Value> outputs = new TreeMap<>();
        outputs.put("name", Value.text(name));
        String password = labels.get(Labels.PASSWORD);
        if (password != null) {
            outputs.put("password", Value.hidden(Secret.revealed("docker:volume/" + name, password)));
        }
        return Value.obj(outputs);
    }
}
