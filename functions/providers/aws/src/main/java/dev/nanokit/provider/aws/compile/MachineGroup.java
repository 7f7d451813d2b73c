package dev.nanokit.provider.aws.compile;

import dev.nanokit.engine.config.Infra;
import dev.nanokit.engine.config.Infra.InstanceGroup;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * One entry of {@code infra.instances}, with its share of the bounds.
 *
 * @param index its place in the list, from 0
 * @param name its role, with a number from the second of that role on: an entry keeps it when its type changes
 * @param min least number of machines
 * @param max most
 */
record MachineGroup(int index, String name, InstanceGroup declared, int min, int max) {
    /** Without scaling, a group has as many machines as it names; with it, groups share the bounds by what they name. */
    static List<MachineGroup> of(Infra infra) {
        List<InstanceGroup> declared = infra.instances();
        boolean auto = infra.scaling() == Infra.Scaling.AUTO;
        int sum = declared.stream().mapToInt(InstanceGroup::count).sum();
        int min = infra.min().orElse(sum);
        int max = infra.max().orElse(sum);
        Map<Infra.Role, Integer> ofRole = new EnumMap<>(Infra.Role.class);
        List<MachineGroup> groups = new ArrayList<>();
        int before = 0;
        for (int index = 0; index < declared.size(); index++) {
            InstanceGroup group = declared.get(index);
            int number = ofRole.merge(group.role(), 1, Integer::sum);
            int after = before + group.count();
            groups.add(new MachineGroup(
                    index,
                    name(group, number),
                    group,
                    auto ? share(min, before, after, sum) : group.count(),
                    auto ? share(max, before, after, sum) : group.count()));
            before = after;
        }
        return groups;
    }

    private static String name(InstanceGroup group, int number) {
        String role = group.role().name().toLowerCase(Locale.ROOT);
        return number == 1 ? role : role + "-" + number;
    }

    /** The shares of all groups add up to the whole. */
    private static int share(int whole, int before, int after, int sum) {
        return sum == 0 ? 0 : whole * after / sum - whole * before / sum;
    }
}
