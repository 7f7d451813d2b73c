package dev.nanokit.github.report.page;

import java.util.List;
import java.util.Set;
import org.commonmark.Extension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.Node;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.NodeRenderer;
import org.commonmark.renderer.html.HtmlNodeRendererContext;
import org.commonmark.renderer.html.HtmlRenderer;
import org.commonmark.renderer.html.HtmlWriter;

/** Markdown as HTML, as GitHub would show it: tables, diffs in colours, graphs drawn, and nothing that acts. */
final class MarkdownHtml {
    private static final List<Extension> EXTENSIONS = List.of(TablesExtension.create());
    private static final int DEEPEST_BLOCKS = 100;
    private static final Parser PARSER = Parser.builder()
            .extensions(EXTENSIONS)
            .maxOpenBlockParsers(DEEPEST_BLOCKS)
            .build();
    private static final HtmlRenderer RENDERER = HtmlRenderer.builder()
            .extensions(EXTENSIONS)
            .sanitizeUrls(true)
            .nodeRendererFactory(Special::new)
            .build();

    private MarkdownHtml() {}

    static String of(String markdown) {
        return RENDERER.render(PARSER.parse(markdown));
    }

    /** What the library would render otherwise. */
    private static final class Special implements NodeRenderer {
        private final HtmlWriter out;

        private Special(HtmlNodeRendererContext context) {
            this.out = context.getWriter();
        }

        @Override
        public Set<Class<? extends Node>> getNodeTypes() {
            return Set.of(FencedCodeBlock.class, HtmlBlock.class, HtmlInline.class, Image.class);
        }

        @Override
        public void render(Node node) {
            switch (node) {
                case FencedCodeBlock fence -> fence(fence);
                case HtmlBlock html -> {
                    out.line();
                    out.raw(SafeTags.of(html.getLiteral()));
                    out.line();
                }
                case HtmlInline html -> out.raw(SafeTags.of(html.getLiteral()));
                default -> out.text("(image)");
            }
        }

        private void fence(FencedCodeBlock fence) {
            out.line();
            switch (fence.getInfo()) {
                case "mermaid" ->
                    out.raw(WaveDrawing.of(fence.getLiteral()).orElseGet(() -> plain(fence.getLiteral())));
                case "diff" -> out.raw(diff(fence.getLiteral()));
                default -> out.raw(plain(fence.getLiteral()));
            }
            out.line();
        }

        private static String plain(String code) {
            return "<pre><code>" + Html.text(code) + "</code></pre>";
        }

        private static String diff(String code) {
            StringBuilder lines = new StringBuilder("<pre class=\"diff\"><code>");
            code.lines()
                    .forEach(line -> lines.append("<span class=\"")
                            .append(kind(line))
                            .append("\">")
                            .append(Html.text(line))
                            .append("</span>\n"));
            return lines.append("</code></pre>").toString();
        }

        private static String kind(String line) {
            return switch (line.isEmpty() ? ' ' : line.charAt(0)) {
                case '+' -> "add";
                case '-' -> "del";
                case '#' -> "note";
                default -> "same";
            };
        }
    }
}
