package dev.nanokit.github.standin.web;

import dev.nanokit.github.standin.git.Commit;
import dev.nanokit.github.standin.git.TreeEntry;
import dev.nanokit.github.standin.world.Pull;
import dev.nanokit.github.standin.world.Repo;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a repository holds. */
final class GitOperations {
    private volatile int mostEntries = Integer.MAX_VALUE;

    /** Cuts trees, as GitHub does those of very large repositories. */
    void truncateTreesAbove(int entries) {
        mostEntries = entries;
    }

    void addTo(Operations operations) {
        operations.inRepository("git/get-tree", this::tree);
        operations.inRepository("git/get-blob", GitOperations::blob);
        operations.inRepository("repos/get-branch", GitOperations::branch);
        operations.inRepository("repos/compare-commits-with-basehead", GitOperations::compare);
        operations.inRepository(
                "repos/download-tarball-archive",
                (repo, ask) -> repo.resolve(ask.path("ref"))
                        .map(commit ->
                                new Reply(302, null, Map.of()).with(Server.ARCHIVE, repo.fullName() + "/" + commit))
                        .orElseGet(Reply::missing));
    }

    private Reply tree(Repo repo, Ask ask) {
        String reference = ask.path("tree_sha");
        String id = repo.resolve(reference)
                .flatMap(commit -> repo.objects().commit(commit))
                .map(Commit::tree)
                .orElse(reference);
        boolean all = ask.query().containsKey("recursive");
        Optional<List<TreeEntry>> found =
                all ? repo.objects().treeWithAllBelow(id) : repo.objects().tree(id);
        if (found.isEmpty()) {
            return Reply.missing();
        }
        List<TreeEntry> entries = found.get();
        boolean cut = all && entries.size() > mostEntries;
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("sha", id);
        body.put("truncated", cut);
        body.put(
                "tree",
                entries.stream()
                        .limit(cut ? mostEntries : entries.size())
                        .map(GitOperations::view)
                        .toList());
        return Reply.ok(body);
    }

    private static Map<String, ?> view(TreeEntry entry) {
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("path", entry.path());
        view.put("mode", entry.mode().octal());
        view.put("type", entry.mode().kind());
        view.put("sha", entry.id());
        if (entry.mode().kind().equals("blob")) {
            view.put("size", entry.size());
        }
        return view;
    }

    private static Reply blob(Repo repo, Ask ask) {
        String id = ask.path("file_sha");
        return repo.objects()
                .blob(id)
                .map(bytes -> Reply.ok(Map.of(
                        "sha",
                        id,
                        "size",
                        bytes.length,
                        "encoding",
                        "base64",
                        "content",
                        Base64.getMimeEncoder(60, new byte[] {'\n'}).encodeToString(bytes))))
                .orElseGet(Reply::missing);
    }

    private static Reply branch(Repo repo, Ask ask) {
        return repo.head(ask.path("branch"))
                .map(sha -> Reply.ok(Map.of("name", ask.path("branch"), "commit", Map.of("sha", sha))))
                .orElseGet(Reply::missing);
    }

    private static Reply compare(Repo repo, Ask ask) {
        String[] ends = ask.path("basehead").split("\\.\\.\\.", 2);
        Optional<String> base = repo.resolve(ends[0]);
        Optional<String> head = repo.resolve(ends[1]);
        if (base.isEmpty() || head.isEmpty()) {
            return Reply.missing();
        }
        int ahead = Pull.ahead(repo, head.get(), base.get());
        int behind = Pull.ahead(repo, base.get(), head.get());
        return Reply.ok(Map.of("ahead_by", ahead, "behind_by", behind, "total_commits", ahead));
    }
}
