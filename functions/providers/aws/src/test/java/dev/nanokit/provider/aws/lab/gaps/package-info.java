/** What moto leaves out of the services that are tested here, played between the provider and moto. */
package dev.nanokit.provider.aws.lab.gaps;
