package dev.nanokit.github.report.terminal;

import dev.nanokit.github.report.markdown.Inline;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Code;
import org.commonmark.node.Emphasis;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.StrongEmphasis;
import org.commonmark.node.Text;

/** What stands in one line: its words, in colours where they mean something. */
final class InlineText extends AbstractVisitor {
    private final Ink ink;
    private final StringBuilder text = new StringBuilder();

    private InlineText(Ink ink) {
        this.ink = ink;
    }

    /** The text of the node's children. */
    static String of(Node parent, Ink ink) {
        InlineText inline = new InlineText(ink);
        inline.visitChildren(parent);
        return inline.text.toString();
    }

    @Override
    public void visit(Text node) {
        text.append(node.getLiteral().replace(Inline.APART, ""));
    }

    @Override
    public void visit(Code node) {
        text.append(ink.cyan(node.getLiteral()));
    }

    @Override
    public void visit(StrongEmphasis node) {
        text.append(ink.bold(of(node, new Ink(false))));
    }

    @Override
    public void visit(Emphasis node) {
        text.append(ink.bold("[" + of(node, new Ink(false)) + "]"));
    }

    @Override
    public void visit(Link node) {
        String words = of(node, ink);
        String address = node.getDestination();
        text.append(words.equals(address) ? ink.blue(address) : words + " " + ink.blue("<" + address + ">"));
    }

    @Override
    public void visit(Image node) {
        text.append(of(node, ink));
    }

    @Override
    public void visit(SoftLineBreak node) {
        text.append(' ');
    }

    @Override
    public void visit(HardLineBreak node) {
        text.append(' ');
    }

    /** Tags that GitHub would act upon say nothing in a terminal. */
    @Override
    public void visit(HtmlInline node) {}
}
