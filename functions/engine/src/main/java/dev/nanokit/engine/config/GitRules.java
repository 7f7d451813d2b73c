package dev.nanokit.engine.config;

import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The {@code git} block: which branch is which environment, and what an apply from a pull request demands.
 *
 * @param environments branch or glob → environment
 * @param apply when a mapped branch is applied
 * @param require what must hold before a pull request is applied
 */
public record GitRules(Map<String, String> environments, Apply apply, Set<Requirement> require) {
    public GitRules {
        environments = Collections.unmodifiableMap(new TreeMap<>(environments));
        require = Collections.unmodifiableSet(new TreeSet<>(require));
    }

    public enum Apply {
        /** As soon as the branch has moved. */
        MERGE,
        /** When somebody asks for it in a comment. */
        COMMENT,
        /** Never by itself: only {@code nkapp} does it. */
        MANUAL
    }

    public enum Requirement {
        APPROVED,
        MERGEABLE,
        UP_TO_DATE
    }
}
