/** Elastic Container Service on Fargate: clusters, task definitions, services, and how a deployment goes. */
package dev.nanokit.provider.aws.ecs;
