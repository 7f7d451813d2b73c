/** The virtual network: VPC, subnets, gateways, routes and security groups. */
package dev.nanokit.provider.aws.network;
