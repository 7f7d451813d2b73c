package dev.nanokit.github.standin.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Lists in pages, as GitHub gives them: 30 a page unless asked otherwise, at most 100, and the address of the next. */
final class Pages {
    /** A header that only the server reads: it knows its own address, and makes a link of it. */
    static final String NEXT = "X-Next-Query";

    private Pages() {}

    static <T> Reply of(Ask ask, List<T> all, Function<List<T>, Object> body) {
        int size = Math.min(100, ask.count("per_page", 30));
        int page = ask.count("page", 1);
        int from = Math.min(all.size(), (page - 1) * size);
        int to = Math.min(all.size(), from + size);
        Reply reply = Reply.ok(body.apply(all.subList(from, to)));
        return to < all.size() ? reply.with(NEXT, query(ask, "page", Integer.toString(page + 1))) : reply;
    }

    static String query(Ask ask, String parameter, String value) {
        Map<String, String> query = new LinkedHashMap<>(ask.query());
        query.put(parameter, value);
        return query.entrySet().stream()
                .map(pair -> pair.getKey() + "=" + URLEncoder.encode(pair.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }
}
