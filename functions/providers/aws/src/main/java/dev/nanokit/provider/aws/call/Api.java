package dev.nanokit.provider.aws.call;

/**
 * One AWS service's clients.
 *
 * @param reads repeats whatever may go through the second time
 * @param writes repeats only what AWS has turned away unheard (throttling): after a lost answer one has to look first
 */
public record Api<C>(C reads, C writes) {}
