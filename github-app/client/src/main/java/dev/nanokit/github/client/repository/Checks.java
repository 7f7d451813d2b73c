package dev.nanokit.github.client.repository;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.nanokit.github.api.CheckRun;
import dev.nanokit.github.api.CheckRun.Annotation;
import dev.nanokit.github.client.http.Api;
import dev.nanokit.github.client.http.Given;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.kohsuke.github.GHApp;
import org.kohsuke.github.GHCheckRun;

/**
 * Check runs. GitHub adds the annotations of each update to those it has, 50 a call: so only those are sent that it
 * lacks, and where that isn't known here, it is asked.
 */
final class Checks {
    private static final int ANNOTATIONS_A_CALL = 50;
    private static final int REMEMBERED = 2_000;

    private final Library library;
    private final Api api;
    private final String path;
    private final Repeats repeats;
    private final Authorship authorship;
    private final Cache<Long, Set<Annotation>> sent =
            Caffeine.newBuilder().maximumSize(REMEMBERED).build();

    Checks(Library library, Api api, String repository, Repeats repeats, Authorship authorship) {
        this.library = library;
        this.api = api;
        this.path = "/repos/" + repository + "/check-runs";
        this.repeats = repeats;
        this.authorship = authorship;
    }

    long create(CheckRun check) {
        List<Annotation> first = upTo(ANNOTATIONS_A_CALL, distinct(check));
        long id = repeats.once(() -> make(check, first), () -> made(check));
        sendRest(id, check);
        return id;
    }

    private long make(CheckRun check, List<Annotation> annotations) {
        long id = Given.number(api.post(path, CheckJson.toCreate(check, annotations)), "id");
        sent.put(id, new LinkedHashSet<>(annotations));
        return id;
    }

    private Optional<Long> made(CheckRun check) {
        return Optional.ofNullable(at(check.headSha()).get(check.externalId()));
    }

    void update(long id, CheckRun check) {
        repeats.repeat(() -> change(id, check));
        sendRest(id, check);
    }

    /** One call, unless there are more annotations than fit. */
    private long change(long id, CheckRun check) {
        List<Annotation> missing = upTo(ANNOTATIONS_A_CALL, missing(id, check));
        Set<Annotation> there = sent.getIfPresent(id);
        sent.invalidate(id);
        api.patch(path + "/" + id, CheckJson.toUpdate(check, missing));
        Set<Annotation> now = new LinkedHashSet<>(there == null ? Set.of() : there);
        now.addAll(missing);
        sent.put(id, now);
        return id;
    }

    /** No more often than it takes, should GitHub show an annotation otherwise than it was sent. */
    private void sendRest(long id, CheckRun check) {
        int rounds = check.annotations().size() / ANNOTATIONS_A_CALL;
        for (int round = 0; round < rounds && !missing(id, check).isEmpty(); round++) {
            repeats.repeat(() -> change(id, check));
        }
    }

    private List<Annotation> missing(long id, CheckRun check) {
        Set<Annotation> wanted = distinct(check);
        if (wanted.isEmpty()) {
            return List.of();
        }
        wanted.removeAll(sent.get(id, this::shown));
        return List.copyOf(wanted);
    }

    private Set<Annotation> shown(long id) {
        return new LinkedHashSet<>(api.list(path + "/" + id + "/annotations?per_page=100").stream()
                .map(CheckJson::annotation)
                .toList());
    }

    private static Set<Annotation> distinct(CheckRun check) {
        return new LinkedHashSet<>(check.annotations());
    }

    private static List<Annotation> upTo(int most, Collection<Annotation> annotations) {
        return annotations.stream().limit(most).toList();
    }

    /** Where a check was made twice with one external id, the later one counts. */
    Map<String, Long> at(String commit) {
        Map<String, Long> checks = new TreeMap<>();
        List<GHCheckRun> runs = Library.call(() -> library.repository()
                .getCheckRuns(commit, Map.of("filter", "all"))
                .withPageSize(100)
                .toList());
        runs.stream()
                .filter(run -> run.getExternalId() != null && ours(run.getApp()))
                .sorted(Comparator.comparingLong(GHCheckRun::getId))
                .forEach(run -> checks.put(run.getExternalId(), run.getId()));
        return checks;
    }

    private boolean ours(GHApp of) {
        return of != null && authorship.isOurs(of.getId());
    }
}
