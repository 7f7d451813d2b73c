package dev.nanokit.github.standin.git;

import java.util.List;
import java.util.SortedMap;

/** @param files everything in it, by path */
public record Commit(String id, String tree, List<String> parents, SortedMap<String, Content> files) {}
