package dev.nanokit.github.flow.journal;

import dev.nanokit.engine.value.Value;
import dev.nanokit.state.table.Fields;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Files by their paths, as an item keeps them. */
final class FilesText {
    private FilesText() {}

    static Value.Obj write(Map<String, byte[]> files) {
        List<Value> all = new ArrayList<>();
        files.forEach((path, bytes) -> all.add(Value.obj(Map.of(
                "path", Value.text(path),
                "bytes", Value.text(Base64.getEncoder().encodeToString(bytes))))));
        return Value.obj(Map.of("files", Value.seq(all)));
    }

    static Map<String, byte[]> read(Fields fields) {
        Map<String, byte[]> files = new TreeMap<>();
        fields.objects("files")
                .forEach(
                        file -> files.put(file.text("path"), Base64.getDecoder().decode(file.text("bytes"))));
        return files;
    }
}
