package dev.nanokit.provider.aws.network;

import dev.nanokit.engine.plan.Change;
import dev.nanokit.engine.plan.Plan;
import dev.nanokit.engine.resource.Owner;
import dev.nanokit.engine.resource.Resource;
import dev.nanokit.engine.source.Problem;
import dev.nanokit.engine.value.Value;
import dev.nanokit.provider.Ipv4Range;
import dev.nanokit.provider.aws.call.AwsAccount;
import dev.nanokit.provider.aws.call.AwsErrors;
import dev.nanokit.provider.aws.compile.Types;
import dev.nanokit.provider.aws.reconcile.Found;
import dev.nanokit.provider.aws.reconcile.Search;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import software.amazon.awssdk.services.ec2.model.Ec2Exception;
import software.amazon.awssdk.services.ec2.model.Vpc;

/** What would make the network fail, and can be known before anything is made. */
public final class NetworkCheck {
    private static final int ZONES = 2;

    private final AwsAccount account;
    private final Owner owner;

    public NetworkCheck(AwsAccount account, Owner owner) {
        this.account = account;
        this.owner = owner;
    }

    public List<Problem> check(Plan plan) {
        List<Problem> problems = new ArrayList<>();
        plan.unchanged().stream()
                .map(Change.NoOp::resource)
                .filter(resource -> resource.key().type().equals(Types.EXISTING_VPC))
                .forEach(vpc -> checkExisting(vpc, problems));
        checkReplaced(plan, problems);
        plan.waves().stream()
                .flatMap(List::stream)
                .filter(Change.Create.class::isInstance)
                .map(change -> ((Change.Create) change).resource())
                .filter(resource -> resource.key().type().equals(Types.VPC))
                .forEach(vpc -> checkOwn(vpc, problems));
        return problems;
    }

    /** AWS removes no network before the last thing in it has gone, databases included. */
    private static void checkReplaced(Plan plan, List<Problem> problems) {
        plan.waves().stream()
                .flatMap(List::stream)
                .filter(Change.Replace.class::isInstance)
                .map(change -> ((Change.Replace) change).resource())
                .filter(resource -> resource.key().type().equals(Types.VPC))
                .forEach(vpc -> problems.add(Problem.error(
                        vpc.place(),
                        "the range of an environment's network can't be changed on aws",
                        "Everything in the network would have to be made anew, with whatever data it holds.",
                        "Put the former infra.cidr back; or bring up an environment of another name with the new range,"
                                + " move over, and destroy this one.")));
    }

    private void checkExisting(Resource vpc, List<Problem> problems) {
        Optional<Found> found = Optional.ofNullable(new ExistingVpcKind(account)
                .find(Search.one(owner, Search.Wanted.of(vpc)))
                .get(vpc.key()));
        found.ifPresent(there -> {
            checkZones(vpc, there, "publicSubnets", "public", "a route to an internet gateway", problems);
            checkZones(vpc, there, "privateSubnets", "private", "no route to an internet gateway", problems);
            if (there.outputs().get("wayOut").equals(Value.bool(false))) {
                problems.add(Problem.warning(
                        vpc.place(),
                        "a private subnet of " + there.id() + " has no way out",
                        "What runs there can pull no image and reach no API: it has no route to a NAT gateway.",
                        "Add the route, or VPC endpoints for what the services need."));
            }
        });
    }

    private static void checkZones(
            Resource vpc, Found found, String output, String kind, String means, List<Problem> problems) {
        int zones = ((Value.Seq) found.outputs().get(output)).items().size();
        if (zones < ZONES) {
            problems.add(Problem.error(
                    vpc.place(),
                    found.id() + " has " + kind + " subnets in " + zones + " zones; two are needed",
                    "Load balancers and databases live in two zones. A subnet is " + kind + " if it has " + means + ".",
                    "Add the subnets, or remove infra.vpc: then Nanokit makes a network of its own."));
        }
    }

    private void checkOwn(Resource vpc, List<Problem> problems) {
        checkPermission(vpc, problems);
        int zones = Zones.of(account.ec2().reads()).size();
        if (zones < ZONES) {
            problems.add(Problem.error(
                    vpc.place(),
                    "region " + account.region() + " has " + zones + " zones that this account can use; two are needed",
                    "Load balancers and databases live in two zones.",
                    "Choose another infra.region."));
        }
        String range = vpc.spec().text("cidr");
        account.ec2().reads().describeVpcsPaginator().vpcs().stream()
                .filter(other -> overlap(range, other))
                .findFirst()
                .ifPresent(other -> problems.add(Problem.warning(
                        vpc.place(),
                        "the range " + range + " overlaps that of " + other.vpcId() + " (" + other.cidrBlock() + ")",
                        "Two networks with overlapping ranges can never be peered.",
                        "Choose another infra.cidr if they are ever to reach each other.")));
    }

    private static boolean overlap(String range, Vpc other) {
        return Stream.of(Ipv4Range.parse(range))
                .flatMap(Optional::stream)
                .anyMatch(own ->
                        Ipv4Range.parse(other.cidrBlock()).filter(own::overlaps).isPresent());
    }

    /** AWS answers a dry run with an error either way: this one says whether the call would be allowed. */
    private void checkPermission(Resource vpc, List<Problem> problems) {
        try {
            account.ec2()
                    .writes()
                    .createVpc(
                            request -> request.dryRun(true).cidrBlock(vpc.spec().text("cidr")));
        } catch (Ec2Exception e) {
            switch (AwsErrors.code(e)) {
                case "DryRunOperation" -> {}
                case "UnauthorizedOperation" ->
                    problems.add(Problem.error(
                            vpc.place(),
                            "these credentials may not make a VPC",
                            "AWS refuses ec2:CreateVpc.",
                            "Give the role the policy in docs/aws-policy.json."));
                default -> throw e;
            }
        }
    }
}
