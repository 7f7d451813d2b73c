package dev.nanokit.engine.config.check;

import dev.nanokit.engine.config.tree.Block;
import dev.nanokit.engine.config.tree.Located;
import dev.nanokit.engine.config.tree.Path;
import dev.nanokit.engine.source.Place;
import dev.nanokit.engine.source.Problems;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Ranges of networks are private, of a sensible size, without host bits, and do not overlap. */
final class CidrRule implements Rule {
    private static final int WIDEST = 16;
    private static final int NARROWEST = 28;

    private record Range(Path path, Cidr cidr, Place place) {}

    @Override
    public void check(Draft draft, Problems problems) {
        List<Range> ranges = new ArrayList<>();
        draft.infra().flatMap(infra -> range(infra, problems)).ifPresent(ranges::add);
        draft.networks().values().forEach(network -> range(network, problems).ifPresent(ranges::add));
        checkOverlaps(ranges, problems);
    }

    /** Ranges that overlap lie one in the other, so that the wider one comes first in order of addresses. */
    private static void checkOverlaps(List<Range> ranges, Problems problems) {
        ranges.sort(CidrRule::byAddress);
        Range wider = null;
        for (Range range : ranges) {
            if (wider != null && wider.cidr().overlaps(range.cidr())) {
                reportOverlap(wider, range, problems);
            } else {
                wider = range;
            }
        }
    }

    private static int byAddress(Range one, Range other) {
        int byAddress = Long.compare(
                one.cidr().network().address(), other.cidr().network().address());
        return byAddress != 0
                ? byAddress
                : Integer.compare(one.cidr().prefix(), other.cidr().prefix());
    }

    /** The block's range, where it can be used. */
    private static Optional<Range> range(Block block, Problems problems) {
        Optional<Located<String>> text = block.text("cidr");
        if (text.isEmpty()) {
            return Optional.empty();
        }
        Path path = block.path().key("cidr");
        Place place = text.get().place();
        String shown = path + " " + text.get().shown();
        Optional<Cidr> cidr = Cidr.parse(text.get().value());
        if (cidr.isEmpty()) {
            problems.error(
                    place,
                    shown + " is no IPv4 range",
                    "Four numbers from 0 to 255 are followed by a prefix from 0 to 32.",
                    "Write a range such as 10.0.0.0/16.");
            return Optional.empty();
        }
        return check(cidr.get(), shown, place, problems)
                ? Optional.of(new Range(path, cidr.get(), place))
                : Optional.empty();
    }

    private static boolean check(Cidr cidr, String shown, Place place, Problems problems) {
        boolean sized = cidr.prefix() >= WIDEST && cidr.prefix() <= NARROWEST;
        if (!sized) {
            problems.error(
                    place,
                    shown + " is too " + (cidr.prefix() < WIDEST ? "wide" : "narrow"),
                    "The prefix is from /" + WIDEST + " to /" + NARROWEST + ".",
                    "Write " + new Cidr(cidr.address(), cidr.prefix() < WIDEST ? WIDEST : NARROWEST).network() + ".");
        } else if (cidr.hasHostBits()) {
            problems.error(
                    place,
                    shown + " has host bits",
                    "A range begins at an address whose bits after the prefix are zero.",
                    "Write " + cidr.network() + ".");
        }
        if (!cidr.isPrivate()) {
            problems.error(
                    place,
                    shown + " is not private",
                    "Networks lie in 10.0.0.0/8, 172.16.0.0/12, 192.168.0.0/16 or 100.64.0.0/10.",
                    "Choose a range inside one of them.");
        }
        return sized && cidr.isPrivate();
    }

    private static void reportOverlap(Range wider, Range range, Problems problems) {
        problems.error(
                range.place(),
                range.path() + " " + range.cidr() + " overlaps " + wider.path() + " " + wider.cidr(),
                "Networks of one environment can't share addresses.",
                "Choose ranges that lie apart.");
    }
}
