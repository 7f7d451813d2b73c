package dev.nanokit.github.standin.git;

import dev.nanokit.github.standin.git.TreeEntry.Mode;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** Every object of one repository and its forks. */
public final class ObjectStore {
    private final Map<String, byte[]> blobs = new HashMap<>();
    private final Map<String, List<TreeEntry>> trees = new HashMap<>();
    private final Map<String, Commit> commits = new HashMap<>();

    public Content file(byte[] bytes) {
        return content(Mode.FILE, bytes);
    }

    public Content program(byte[] bytes) {
        return content(Mode.PROGRAM, bytes);
    }

    public Content link(String target) {
        return content(Mode.LINK, target.getBytes(StandardCharsets.UTF_8));
    }

    public Content submodule() {
        return new Content(Mode.SUBMODULE, Content.SUBMODULE_AT);
    }

    private Content content(Mode mode, byte[] bytes) {
        String id = ObjectId.of("blob", bytes);
        blobs.put(id, bytes.clone());
        return new Content(mode, id);
    }

    public Commit commit(SortedMap<String, Content> files, List<String> parents, String message) {
        String tree = tree(files);
        StringBuilder text = new StringBuilder("tree ").append(tree).append('\n');
        parents.forEach(parent -> text.append("parent ").append(parent).append('\n'));
        text.append("author A <a@example.org> 0 +0000\ncommitter A <a@example.org> 0 +0000\n\n")
                .append(message);
        String id = ObjectId.of("commit", text.toString().getBytes(StandardCharsets.UTF_8));
        Commit commit = new Commit(id, tree, List.copyOf(parents), new TreeMap<>(files));
        commits.put(id, commit);
        return commit;
    }

    private String tree(SortedMap<String, Content> files) {
        List<TreeEntry> entries = new ArrayList<>();
        SortedMap<String, SortedMap<String, Content>> folders = new TreeMap<>();
        files.forEach((path, content) -> {
            int slash = path.indexOf('/');
            if (slash < 0) {
                entries.add(new TreeEntry(path, content.mode(), content.id(), size(content)));
            } else {
                folders.computeIfAbsent(path.substring(0, slash), name -> new TreeMap<>())
                        .put(path.substring(slash + 1), content);
            }
        });
        folders.forEach((name, inside) -> entries.add(new TreeEntry(name, Mode.FOLDER, tree(inside), 0)));
        entries.sort((one, other) -> sortName(one).compareTo(sortName(other)));
        String id = ObjectId.of("tree", encoded(entries));
        trees.put(id, List.copyOf(entries));
        return id;
    }

    /** Git sorts a folder as if its name ended in a slash. */
    private static String sortName(TreeEntry entry) {
        return entry.mode() == Mode.FOLDER ? entry.path() + "/" : entry.path();
    }

    private static byte[] encoded(List<TreeEntry> entries) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (TreeEntry entry : entries) {
            String mode = entry.mode() == Mode.FOLDER ? "40000" : entry.mode().octal();
            out.writeBytes((mode + " " + entry.path() + "\0").getBytes(StandardCharsets.UTF_8));
            out.writeBytes(HexFormat.of().parseHex(entry.id()));
        }
        return out.toByteArray();
    }

    private long size(Content content) {
        byte[] bytes = blobs.get(content.id());
        return bytes == null ? 0 : bytes.length;
    }

    public Optional<byte[]> blob(String id) {
        return Optional.ofNullable(blobs.get(id));
    }

    public Optional<Commit> commit(String id) {
        return Optional.ofNullable(commits.get(id));
    }

    /** What lies in the tree itself. */
    public Optional<List<TreeEntry>> tree(String id) {
        return Optional.ofNullable(trees.get(id));
    }

    /** What lies in the tree and everything below it; paths go from the tree. */
    public Optional<List<TreeEntry>> treeWithAllBelow(String id) {
        return tree(id).map(entries -> {
            List<TreeEntry> all = new ArrayList<>();
            for (TreeEntry entry : entries) {
                all.add(entry);
                if (entry.mode() == Mode.FOLDER) {
                    treeWithAllBelow(entry.id())
                            .orElseThrow()
                            .forEach(inner -> all.add(new TreeEntry(
                                    entry.path() + "/" + inner.path(), inner.mode(), inner.id(), inner.size())));
                }
            }
            return all;
        });
    }

    /** The commit and all that came before it. */
    public Set<String> history(String id) {
        Set<String> seen = new HashSet<>();
        List<String> open = new ArrayList<>(List.of(id));
        while (!open.isEmpty()) {
            String next = open.removeLast();
            if (seen.add(next)) {
                open.addAll(commits.get(next).parents());
            }
        }
        return seen;
    }
}
