package dev.nanokit.provider.aws.machine;

import dev.nanokit.engine.value.Value;
import dev.nanokit.provider.aws.Tags;
import dev.nanokit.provider.aws.call.AwsAccount;
import dev.nanokit.provider.aws.compile.Types;
import dev.nanokit.provider.aws.reconcile.ByName;
import dev.nanokit.provider.aws.reconcile.Found;
import dev.nanokit.provider.aws.reconcile.Search;
import dev.nanokit.provider.aws.reconcile.Specs;
import dev.nanokit.provider.aws.reconcile.Status;
import dev.nanokit.provider.aws.reconcile.Work;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.LaunchTemplate;
import software.amazon.awssdk.services.ec2.model.LaunchTemplateVersion;
import software.amazon.awssdk.services.ec2.model.ResourceType;
import software.amazon.awssdk.services.ec2.model.Tag;
import software.amazon.awssdk.services.ec2.model.TagSpecification;

/**
 * What a machine is made from. A version of it never changes: each change makes a new one, which becomes the default. The
 * image is the one that AWS's public parameter names at that time.
 */
public final class LaunchTemplateKind extends ByName {
    private final AwsAccount account;

    public LaunchTemplateKind(AwsAccount account) {
        this.account = account;
    }

    @Override
    public String type() {
        return Types.LAUNCH_TEMPLATE;
    }

    @Override
    protected Optional<Found> look(String name, Search.Wanted wanted) {
        Ec2Client ec2 = account.ec2().reads();
        return ec2.describeLaunchTemplates(request -> request.launchTemplateNames(name)).launchTemplates().stream()
                .findFirst()
                .map(template -> found(
                        template,
                        ec2.describeLaunchTemplateVersions(
                                        request -> request.launchTemplateId(template.launchTemplateId())
                                                .versions("$Latest"))
                                .launchTemplateVersions()
                                .getFirst(),
                        wanted.spec()));
    }

    private static Found found(LaunchTemplate template, LaunchTemplateVersion latest, Value.Obj wanted) {
        Map<String, String> tags = Tags.from(template.tags(), Tag::key, Tag::value);
        Value.Obj spec = MachineData.read(latest, wanted).with("name", Value.text(template.launchTemplateName()));
        Value.Obj outputs = Value.obj(Map.of(
                "id", Value.text(template.launchTemplateId()),
                "version", Value.text(String.valueOf(template.latestVersionNumber()))));
        return new Found(
                template.launchTemplateName(), tags, Status.READY, Specs.asked(spec.fields(), wanted), outputs);
    }

    @Override
    public Found create(Work work) {
        account.ec2()
                .writes()
                .createLaunchTemplate(request -> request.launchTemplateName(name(work.spec()))
                        .versionDescription(work.spec().text("image"))
                        .launchTemplateData(data(work).request())
                        .clientToken(work.token())
                        .tagSpecifications(TagSpecification.builder()
                                .resourceType(ResourceType.LAUNCH_TEMPLATE)
                                .tags(MachineData.tags(work))
                                .build()));
        return again(work);
    }

    @Override
    public Found update(Work work, Found current) {
        String version = account.ec2()
                .writes()
                .createLaunchTemplateVersion(request -> request.launchTemplateName(current.id())
                        .versionDescription(work.spec().text("image"))
                        .launchTemplateData(data(work).request()))
                .launchTemplateVersion()
                .versionNumber()
                .toString();
        account.ec2()
                .writes()
                .modifyLaunchTemplate(
                        request -> request.launchTemplateName(current.id()).defaultVersion(version));
        return again(work);
    }

    private MachineData data(Work work) {
        String image = account.ssm()
                .reads()
                .getParameter(request -> request.name(work.spec().text("image")))
                .parameter()
                .value();
        return new MachineData(work, image);
    }

    @Override
    public Optional<Duration> delete(Found current) {
        account.ec2().writes().deleteLaunchTemplate(request -> request.launchTemplateName(current.id()));
        return Optional.empty();
    }
}
