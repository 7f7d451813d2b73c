package dev.nanokit.provider.aws.machine;

import dev.nanokit.engine.value.Value;
import dev.nanokit.provider.aws.Tags;
import dev.nanokit.provider.aws.reconcile.Specs;
import dev.nanokit.provider.aws.reconcile.Work;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import software.amazon.awssdk.services.ec2.model.LaunchTemplateBlockDeviceMappingRequest;
import software.amazon.awssdk.services.ec2.model.LaunchTemplateEbsBlockDevice;
import software.amazon.awssdk.services.ec2.model.LaunchTemplateHttpTokensState;
import software.amazon.awssdk.services.ec2.model.LaunchTemplateIamInstanceProfileSpecification;
import software.amazon.awssdk.services.ec2.model.LaunchTemplateInstanceMetadataOptions;
import software.amazon.awssdk.services.ec2.model.LaunchTemplateTagSpecificationRequest;
import software.amazon.awssdk.services.ec2.model.LaunchTemplateVersion;
import software.amazon.awssdk.services.ec2.model.RequestLaunchTemplateData;
import software.amazon.awssdk.services.ec2.model.ResourceType;
import software.amazon.awssdk.services.ec2.model.ResponseLaunchTemplateData;
import software.amazon.awssdk.services.ec2.model.Tag;

/**
 * What one version of a launch template says.
 *
 * @param image the id of the image that the parameter names by now
 */
record MachineData(Work work, String image) {
    private static final String ROOT = "/dev/xvda";

    /** So that containers reach the metadata too, by the token that a process on the machine has fetched. */
    private static final int HOPS = 2;

    RequestLaunchTemplateData request() {
        Value.Obj spec = work.spec();
        RequestLaunchTemplateData.Builder data = RequestLaunchTemplateData.builder()
                .imageId(image)
                .instanceType(spec.text("type"))
                .securityGroupIds(Specs.texts(spec.get("securityGroups")))
                .iamInstanceProfile(profile -> profile.name(spec.text("profile")))
                .metadataOptions(options -> options.httpTokens(
                                Specs.isTrue(spec, "metadataByTokenOnly")
                                        ? LaunchTemplateHttpTokensState.REQUIRED
                                        : LaunchTemplateHttpTokensState.OPTIONAL)
                        .httpPutResponseHopLimit(HOPS))
                .blockDeviceMappings(disk((Value.Obj) spec.get("disk")))
                .tagSpecifications(tagged(ResourceType.INSTANCE), tagged(ResourceType.VOLUME));
        if (spec.get("userData") instanceof Value.Text(String script)) {
            data.userData(Base64.getEncoder().encodeToString(script.getBytes(StandardCharsets.UTF_8)));
        }
        return data.build();
    }

    private static LaunchTemplateBlockDeviceMappingRequest disk(Value.Obj disk) {
        return LaunchTemplateBlockDeviceMappingRequest.builder()
                .deviceName(ROOT)
                .ebs(ebs -> ebs.volumeType(disk.text("type"))
                        .volumeSize(Specs.number(disk, "size"))
                        .encrypted(Specs.isTrue(disk, "encrypted"))
                        .deleteOnTermination(true))
                .build();
    }

    private LaunchTemplateTagSpecificationRequest tagged(ResourceType type) {
        return LaunchTemplateTagSpecificationRequest.builder()
                .resourceType(type)
                .tags(tags(work))
                .build();
    }

    static List<Tag> tags(Work work) {
        return Tags.in(
                work.tags(), (key, value) -> Tag.builder().key(key).value(value).build());
    }

    /** The version in the shape of the spec. One that was made by hand does not say which parameter its image is from. */
    static Value.Obj read(LaunchTemplateVersion version, Value.Obj wanted) {
        ResponseLaunchTemplateData data = version.launchTemplateData();
        Map<String, Value> spec = new TreeMap<>();
        String described = version.versionDescription();
        spec.put("image", described == null ? Specs.text(data.imageId()) : Value.text(described));
        spec.put("type", Specs.text(data.instanceTypeAsString()));
        spec.put("securityGroups", Specs.ordered(data.securityGroupIds(), wanted.get("securityGroups")));
        spec.put("profile", profile(data.iamInstanceProfile()));
        spec.put("metadataByTokenOnly", Value.bool(byTokenOnly(data.metadataOptions())));
        spec.put("disk", disk(data));
        if (data.userData() != null) {
            spec.put(
                    "userData",
                    Value.text(new String(Base64.getDecoder().decode(data.userData()), StandardCharsets.UTF_8)));
        }
        return Value.obj(spec);
    }

    private static Value profile(LaunchTemplateIamInstanceProfileSpecification profile) {
        return profile == null ? Value.NULL : Specs.text(profile.name());
    }

    private static boolean byTokenOnly(LaunchTemplateInstanceMetadataOptions options) {
        return options != null && "required".equals(options.httpTokensAsString());
    }

    private static Value disk(ResponseLaunchTemplateData data) {
        return data.blockDeviceMappings().stream()
                .filter(mapping -> ROOT.equals(mapping.deviceName()))
                .flatMap(mapping -> Stream.ofNullable(mapping.ebs()))
                .<Value>map(MachineData::disk)
                .findFirst()
                .orElse(Value.NULL);
    }

    private static Value.Obj disk(LaunchTemplateEbsBlockDevice ebs) {
        return Value.obj(Map.of(
                "type", Specs.text(ebs.volumeTypeAsString()),
                "size", Specs.num(ebs.volumeSize()),
                "encrypted", Value.bool(Boolean.TRUE.equals(ebs.encrypted()))));
    }
}
