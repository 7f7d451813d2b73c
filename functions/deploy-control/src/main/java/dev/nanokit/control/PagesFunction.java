package dev.nanokit.control;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import dev.nanokit.engine.value.JsonFields;
import dev.nanokit.engine.value.Value;
import dev.nanokit.engine.value.ValueJson;
import dev.nanokit.github.plans.PlanPages.Page;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;

/** Answers people's browsers that want to see a plan whole: API Gateway's event in, and its answer out. */
@Named("pages")
public class PagesFunction implements RequestStreamHandler {
    /** The address is a secret: it is told to nobody, and kept nowhere on the way. */
    private static final Map<String, String> HEADERS = Map.of(
            "Content-Type", "text/html; charset=utf-8",
            "Cache-Control", "private, no-store",
            "Referrer-Policy", "no-referrer",
            "X-Robots-Tag", "noindex",
            "X-Content-Type-Options", "nosniff");

    private final PageDesk desk;

    @Inject
    public PagesFunction(PageDesk desk) {
        this.desk = desk;
    }

    @Override
    public void handleRequest(InputStream in, OutputStream out, Context context) throws IOException {
        JsonFields event = JsonFields.parse(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        Page page = desk.page(text(event, "rawPath"), text(event, "rawQueryString"));
        out.write(answer(page).getBytes(StandardCharsets.UTF_8));
    }

    private static String text(JsonFields event, String field) {
        return Optional.of(field).filter(event::has).map(event::text).orElse("");
    }

    private static String answer(Page page) {
        Value.Obj headers = Value.Obj.EMPTY;
        for (Map.Entry<String, String> header : HEADERS.entrySet()) {
            headers = headers.with(header.getKey(), Value.text(header.getValue()));
        }
        return ValueJson.write(Value.obj(
                Map.of("statusCode", Value.num(page.status()), "headers", headers, "body", Value.text(page.html()))));
    }
}
