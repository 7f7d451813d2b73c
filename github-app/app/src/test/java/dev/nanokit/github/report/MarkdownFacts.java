package dev.nanokit.github.report;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.commonmark.Extension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.Link;
import org.commonmark.node.Text;
import org.commonmark.node.ThematicBreak;
import org.commonmark.parser.Parser;

/**
 * What a Markdown text is made of, as a parser of our own choosing sees it.
 *
 * @param foreign everything that nothing of ours makes: tags, images, quotes, headings, what GitHub would link by itself,
 *     lines of a diff without a sign
 */
record MarkdownFacts(long folded, long fences, long links, List<String> foreign) {
    private static final List<Extension> TABLES = List.of(TablesExtension.create());
    private static final Parser PARSER = Parser.builder().extensions(TABLES).build();
    private static final Pattern LINKED_BY_GITHUB = Pattern.compile("@[A-Za-z0-9]|#\\d|://|(?i)www\\.|GH-\\d");
    private static final Pattern OUR_TAGS = Pattern.compile(
            "</?details>|<details open>|</?summary>|</?b>|</?sub>|</?span>|<!-- nanokit:(plan|answer) -->");
    private static final Pattern DIFF_LINE = Pattern.compile("[-+#] .*");

    static MarkdownFacts of(long folded, long fences, long links) {
        return new MarkdownFacts(folded, fences, links, List.of());
    }

    static MarkdownFacts of(String markdown) {
        Collector found = new Collector();
        PARSER.parse(markdown).accept(found);
        if (markdown.codePoints().anyMatch(c -> Character.getType(c) == Character.SURROGATE)) {
            found.foreign.add("half a character");
        }
        if (found.opened != found.closed) {
            found.foreign.add(found.opened + " sections begin, " + found.closed + " end");
        }
        return new MarkdownFacts(found.opened, found.fences, found.links, found.foreign);
    }

    private static final class Collector extends AbstractVisitor {
        private final List<String> foreign = new ArrayList<>();
        private long opened;
        private long closed;
        private long fences;
        private long links;

        @Override
        public void visit(HtmlBlock block) {
            html(block.getLiteral());
        }

        @Override
        public void visit(HtmlInline inline) {
            html(inline.getLiteral());
        }

        private void html(String literal) {
            opened += literal.split("<details", -1).length - 1;
            closed += literal.split("</details", -1).length - 1;
            String rest = OUR_TAGS.matcher(literal).replaceAll("");
            if (rest.contains("<") || LINKED_BY_GITHUB.matcher(rest).find()) {
                foreign.add("html " + rest);
            }
        }

        @Override
        public void visit(FencedCodeBlock fence) {
            fences++;
            boolean diff = fence.getInfo().equals("diff");
            if (!diff && !fence.getInfo().equals("mermaid")) {
                foreign.add("fence " + fence.getInfo());
            }
            if (diff
                    && !fence.getLiteral()
                            .lines()
                            .allMatch(line -> DIFF_LINE.matcher(line).matches())) {
                foreign.add("diff " + fence.getLiteral());
            }
        }

        @Override
        public void visit(Text text) {
            if (LINKED_BY_GITHUB.matcher(text.getLiteral()).find()) {
                foreign.add("text " + text.getLiteral());
            }
        }

        @Override
        public void visit(Link link) {
            links++;
            if (!link.getDestination().matches("https://(nanokit.example|github.com/acme)/.*")) {
                foreign.add("link " + link.getDestination());
            }
        }

        @Override
        public void visit(Image image) {
            foreign.add("image " + image.getDestination());
        }

        @Override
        public void visit(BlockQuote quote) {
            foreign.add("quote");
        }

        @Override
        public void visit(Heading heading) {
            foreign.add("heading");
        }

        @Override
        public void visit(IndentedCodeBlock code) {
            foreign.add("code " + code.getLiteral());
        }

        @Override
        public void visit(ThematicBreak line) {
            foreign.add("rule");
        }
    }
}
