package dev.nanokit.github.flow;

import dev.nanokit.engine.config.NanokitConfig;
import dev.nanokit.engine.source.Place;
import dev.nanokit.engine.source.Problem;
import dev.nanokit.github.flow.Target.Finding;
import dev.nanokit.github.flow.Target.Powers;
import dev.nanokit.github.flow.reading.NanokitFile;
import dev.nanokit.github.flow.reading.RepositoryReading;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Finds what there is to plan: the files of a commit, beside those of the branch that decides who may act.
 *
 * @param head files of the commit
 * @param base files of the base branch; of a branch's own commit the same
 * @param stranger whether the commit comes from a fork: then only components that the base branch has are looked at
 */
record Survey(RepositoryReading head, RepositoryReading base, String baseBranch, boolean stranger) {
    /** Named by a check of a file of which not even the environment can be told. */
    private static final String UNKNOWN_ENVIRONMENT = "unknown";

    /** @param asked the one environment that is meant; empty for that of the base branch */
    List<Target> targets(Optional<String> asked) {
        Set<String> paths = new TreeSet<>(head.files().keySet());
        paths.addAll(base.files().keySet());
        boolean named = paths.size() > 1;
        return distinct(Stream.concat(
                        head.files().values().stream().flatMap(file -> present(file, asked, named).stream()),
                        base.files().values().stream().flatMap(file -> gone(file, asked, named).stream()))
                .toList());
    }

    private Optional<Target> present(NanokitFile file, Optional<String> asked, boolean named) {
        Optional<NanokitFile> there = counterpart(file);
        Powers powers = powers(there);
        Optional<String> environment = asked.or(powers::environment).or(() -> file.environmentOf(baseBranch));
        Optional<NanokitConfig> before = there.flatMap(NanokitFile::config);
        if (file.config().isEmpty()) {
            return Optional.of(new Target(
                    file.path(),
                    before.map(NanokitConfig::component).orElse(ComponentNames.ofFolder(file.path())),
                    named,
                    environment.orElse(UNKNOWN_ENVIRONMENT),
                    powers,
                    new Finding.Broken(file.problems())));
        }
        NanokitConfig config = file.config().get();
        return environment.map(name ->
                new Target(file.path(), config.component(), named, name, powers, finding(file.path(), config, before)));
    }

    /** What the base branch has of the component, which may have been in another folder. */
    private Optional<NanokitFile> counterpart(NanokitFile file) {
        Optional<NanokitFile> samePlace = Optional.ofNullable(base.files().get(file.path()));
        return file.config()
                .flatMap(config -> base.files().values().stream()
                        .filter(other -> is(other, config))
                        .findFirst())
                .or(() -> samePlace);
    }

    private Finding finding(String path, NanokitConfig config, Optional<NanokitConfig> before) {
        List<String> others = head.files().values().stream()
                .filter(file -> !file.path().equals(path) && is(file, config))
                .map(NanokitFile::path)
                .toList();
        if (!others.isEmpty()) {
            return new Finding.Broken(List.of(Problem.error(
                    new Place(path, 1, 1),
                    "the component '" + config.component() + "' of '" + config.project() + "' is also in "
                            + String.join(", ", others),
                    "each component has one file, since each would delete what the other makes",
                    "give this one a name of its own (component: …)")));
        }
        if (stranger && before.filter(known -> same(known, config)).isEmpty()) {
            return new Finding.Withheld("The base branch has no component `" + config.component()
                    + "` of this project. Of a fork's commit, only components that are there already are planned, so that"
                    + " it can't look at others. Somebody with write permission can bring the file in from a branch of"
                    + " this repository.");
        }
        return new Finding.Valid(config, before, stranger);
    }

    /** The base branch's component, where the commit has it no more. Of a file that can't be read, nobody can tell. */
    private Optional<Target> gone(NanokitFile there, Optional<String> asked, boolean named) {
        Optional<NanokitFile> here = Optional.ofNullable(head.files().get(there.path()));
        Powers powers = powers(Optional.of(there));
        return there.config()
                .filter(config -> here.filter(file -> file.config().isEmpty()).isEmpty())
                .filter(config -> head.files().values().stream().noneMatch(file -> is(file, config)))
                .flatMap(config -> asked.or(powers::environment)
                        .map(environment -> new Target(
                                there.path(),
                                config.component(),
                                named,
                                environment,
                                powers,
                                new Finding.Gone(config))));
    }

    private Powers powers(Optional<NanokitFile> there) {
        return new Powers(
                there.flatMap(NanokitFile::config).map(NanokitConfig::git),
                there.flatMap(file -> file.environmentOf(baseBranch)));
    }

    /** Files that can't be used may have got the same name; each still has its own check. */
    private static List<Target> distinct(List<Target> targets) {
        Set<String> taken = new HashSet<>();
        List<Target> distinct = new ArrayList<>();
        for (Target target : targets) {
            String name = target.component();
            for (int i = 2; !taken.add(target.environment() + "/" + name); i++) {
                name = target.component() + "-" + i;
            }
            distinct.add(target.named(name));
        }
        return distinct;
    }

    private static boolean is(NanokitFile file, NanokitConfig config) {
        return file.config().filter(other -> same(other, config)).isPresent();
    }

    private static boolean same(NanokitConfig one, NanokitConfig other) {
        return one.project().equals(other.project()) && one.component().equals(other.component());
    }
}
